using System.Globalization;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>Says dates and instants: "5 March 2026", "5 March 2026 at 14:30 UTC". The time zone is the one the API wrote.</summary>
internal static partial class FriendlyDate
{
    private const string Day = "d MMMM yyyy";

    /// <summary>The ISO 8601 date or instant in words; null when the text is none.</summary>
    public static string? Read(string text)
    {
        var match = Iso().Match(text);
        if (!match.Success)
        {
            return null;
        }

        if (
            !DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
        )
        {
            return null;
        }

        if (!match.Groups["time"].Success)
        {
            return instant.ToString(Day, CultureInfo.InvariantCulture);
        }

        return match.Groups["zone"].Success
            ? Say(instant)
            : instant.ToString($"{Day} 'at' HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The instant in words, in its own time zone.</summary>
    public static string Say(DateTimeOffset instant)
    {
        var text = instant.ToString($"{Day} 'at' HH:mm", CultureInfo.InvariantCulture);
        if (instant.Offset == TimeSpan.Zero)
        {
            return text + " UTC";
        }

        var sign = instant.Offset < TimeSpan.Zero ? "-" : "+";
        return $"{text} UTC{sign}{instant.Offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex(
        @"^\d{4}-\d{2}-\d{2}(?<time>[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?<zone>Z|[+\-]\d{2}:?\d{2})?)?$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Iso();
}
