using System.Globalization;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds times of day in a message: 7:30 pm, 19:30, 9am, noon.</summary>
internal static partial class TimeSpans
{
    /// <summary>The times of <paramref name="message"/>.</summary>
    public static IEnumerable<ValueSpan> Find(string message)
    {
        foreach (Match match in Time().Matches(message))
        {
            if (Read(match) is { } time)
            {
                yield return new ValueSpan(match.Index, match.Length, SpanKind.Time, match.Value)
                {
                    Time = time,
                };
            }
        }
    }

    private static TimeOnly? Read(Match match)
    {
        switch (match.Groups["word"].Value.ToLowerInvariant())
        {
            case "noon" or "midday":
                return new TimeOnly(12, 0);
            case "midnight":
                return new TimeOnly(0, 0);
        }

        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success
            ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture)
            : 0;
        var second = match.Groups["s"].Success
            ? int.Parse(match.Groups["s"].Value, CultureInfo.InvariantCulture)
            : 0;
        if (match.Groups["half"].Success)
        {
            minute = 30;
        }

        if (match.Groups["ap"].Value is { Length: > 0 } half)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        }
        else if (
            hour is >= 1 and < 12
            && match.Groups["part"].Value.ToLowerInvariant() is "evening" or "afternoon"
        )
        {
            hour += 12;
        }

        return hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    [GeneratedRegex(
        @"(?<![\w\-/:.])(?:(?<h>\d{1,2})[:.](?<m>\d{2})(?::(?<s>\d{2}))? ?(?<ap>[ap]\.?m\b\.?)|(?<h>\d{1,2}) ?(?<ap>[ap]\.?m\b\.?)|(?<h>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2}))?|(?<half>half past) (?<h>\d{1,2})|(?<h>\d{1,2}) o'?clock(?: in the (?<part>morning|afternoon|evening))?|(?<word>noon|midday|midnight))(?![\w:])",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Time();
}
