using System.Globalization;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Dates;

/// <summary>Patterns such as <c>dd/MM/yyyy HH:mm</c> as settings.</summary>
internal static class DatePattern
{
    private const int Longest = 100;

    public static TransformationSetting Setting { get; } =
        Kinds.Setting.Text("pattern", "Custom pattern", "", "dd/MM/yyyy HH:mm");

    /// <summary>The pattern, known to be usable; ISO when it is wrong.</summary>
    public static string Read(SettingsReader settings)
    {
        var pattern = settings.Text("pattern");
        if (pattern.Length == 0)
        {
            settings.Fault(
                "pattern",
                "Write a pattern, such as dd/MM/yyyy HH:mm, for a custom format."
            );
            return "yyyy-MM-dd";
        }

        // A single letter would name one of the system's own formats.
        pattern = pattern.Length == 1 ? "%" + pattern : pattern;
        try
        {
            if (pattern.Length <= Longest)
            {
                _ = DateTimeOffset.UnixEpoch.ToString(pattern, CultureInfo.InvariantCulture);
                return pattern;
            }
        }
        catch (FormatException)
        {
            // Said below, as for a pattern that is too long.
        }

        settings.Fault(
            "pattern",
            "The pattern is not understood. Use d dd ddd MMM MMMM yyyy HH h mm ss tt, other words in 'quotes'."
        );
        return "yyyy-MM-dd";
    }
}
