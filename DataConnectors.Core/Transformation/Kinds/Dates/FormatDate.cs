using System.Globalization;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Dates;

internal static class FormatDate
{
    private const string Custom = "custom";

    public static TransformationKind Kind { get; } =
        new(
            new(
                "format_date",
                TransformationGroup.Date,
                "Format date",
                "Writes a date for people: \"2024-05-01T10:00:00Z\" becomes \"1 May 2024\".",
                [
                    Setting.Choice(
                        "format",
                        "Written as",
                        ("d MMMM yyyy", "1 May 2024"),
                        ("d MMM yyyy", "1 May 2024, short month"),
                        ("MMMM d, yyyy", "May 1, 2024"),
                        ("dddd, d MMMM yyyy", "Wednesday, 1 May 2024"),
                        ("d MMM yyyy, HH:mm", "1 May 2024, 10:00"),
                        ("MMM d, yyyy, h:mm tt", "May 1, 2024, 10:00 AM"),
                        ("yyyy-MM-dd", "2024-05-01"),
                        ("dd/MM/yyyy", "01/05/2024 (day first)"),
                        ("MM/dd/yyyy", "05/01/2024 (month first)"),
                        ("dd.MM.yyyy", "01.05.2024"),
                        ("HH:mm", "10:00"),
                        (Custom, "Custom pattern")
                    ),
                    DatePattern.Setting,
                    Setting.Choice(
                        "language",
                        "Language of months and days",
                        ("en", "English"),
                        ("de", "German"),
                        ("es", "Spanish"),
                        ("fr", "French"),
                        ("it", "Italian"),
                        ("nl", "Dutch"),
                        ("pt", "Portuguese")
                    ),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var format = settings.Choice("format");
                var pattern = format == Custom ? DatePattern.Read(settings) : format;
                var language = settings.Choice("language");
                var culture =
                    language == "en"
                        ? CultureInfo.InvariantCulture
                        : CultureInfo.ReadOnly(new CultureInfo(language, useUserOverride: false));
                var separators = (DateTimeFormatInfo)culture.DateTimeFormat.Clone();
                (separators.DateSeparator, separators.TimeSeparator) = ("/", ":");
                return StepOn.Date(
                    (date, _) => date.In(TimeZoneInfo.Utc).ToString(pattern, separators)
                );
            }
        );
}
