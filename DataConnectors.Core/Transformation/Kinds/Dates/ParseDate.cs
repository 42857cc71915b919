using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Dates;

internal static class ParseDate
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "parse_date",
                TransformationGroup.Date,
                "Parse date",
                "Reads a date and writes it as ISO 8601: 1714557600 becomes \"2024-05-01T10:00:00Z\".",
                [
                    Setting.Choice(
                        "format",
                        "Comes as",
                        ("auto", "ISO 8601, HTTP date or Unix time"),
                        ("unix_seconds", "Unix time in seconds"),
                        ("unix_milliseconds", "Unix time in milliseconds"),
                        ("day_month_year", "Day, month, year (31/12/2024)"),
                        ("month_day_year", "Month, day, year (12/31/2024)"),
                        ("custom", "Custom pattern")
                    ),
                    DatePattern.Setting,
                ]
            ),
            FieldType.DateTime,
            settings =>
            {
                var format = settings.Choice("format");
                string[] patterns = format switch
                {
                    "day_month_year" => Patterns("d/M/yyyy"),
                    "month_day_year" => Patterns("M/d/yyyy"),
                    "custom" => [DatePattern.Read(settings)],
                    _ => [],
                };
                return (value, _) =>
                    TryRead(value, format, patterns, out var date) ? date.ToIso() : Refusal.Date;
            }
        );

    /// <summary>A day, with a time or without; points and hyphens are read as slashes.</summary>
    private static string[] Patterns(string day) =>
        [day, day + " H:mm", day + " H:mm:ss", day + " h:mm tt", day + " h:mm:ss tt"];

    private static bool TryRead(
        FieldValue value,
        string format,
        string[] patterns,
        out DateValue date
    )
    {
        if (patterns.Length == 0)
        {
            return format == "auto"
                ? DateReader.TryRead(value, out date)
                : DateReader.TryUnix(value, format == "unix_milliseconds", out date);
        }

        date = default;
        if (!value.TryText(out var text) || text.Length > 100)
        {
            return false;
        }

        text = text.Trim();
        if (format != "custom")
        {
            text = text.Replace('.', '/').Replace('-', '/');
        }

        foreach (var pattern in patterns)
        {
            if (DateReader.TryPattern(text, pattern, out date))
            {
                return true;
            }
        }

        return false;
    }
}
