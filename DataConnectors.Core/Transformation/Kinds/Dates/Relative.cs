using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Dates;

internal static class Relative
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "relative",
                TransformationGroup.Date,
                "Relative date",
                "Says how far away a date is: \"3 days ago\", \"in 2 hours\", \"tomorrow\" for a date without a time.",
                [DateZone.Setting("zone", "Time zone of today, and of times that name none", "UTC")]
            ),
            FieldType.Text,
            settings =>
            {
                var zone = DateZone.Read(settings, "zone");
                return StepOn.Date(
                    (date, run) =>
                        date.HasTime
                            ? Between(date.In(zone) - run.Now)
                            : Between(
                                (date.Local - TimeZoneInfo.ConvertTime(run.Now, zone).Date).Days
                            )
                );
            }
        );

    private static string Between(TimeSpan distance)
    {
        var absolute = distance.Duration();
        if (absolute < TimeSpan.FromMinutes(1))
        {
            return "just now";
        }

        var words =
            absolute < TimeSpan.FromHours(1) ? Words((int)absolute.TotalMinutes, "minute")
            : absolute < TimeSpan.FromDays(1) ? Words((int)absolute.TotalHours, "hour")
            : DayWords((int)absolute.TotalDays);
        return distance < TimeSpan.Zero ? words + " ago" : "in " + words;
    }

    private static string Between(int days) =>
        days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            < 0 => DayWords(-days) + " ago",
            _ => "in " + DayWords(days),
        };

    private static string DayWords(int days) =>
        days switch
        {
            < 14 => Words(days, "day"),
            < 60 => Words(days / 7, "week"),
            < 365 => Words(days * 12 / 365, "month"),
            _ => Words(days * 4 / 1461, "year"),
        };

    private static string Words(int count, string unit) =>
        Math.Max(1, count) <= 1 ? $"1 {unit}" : $"{count} {unit}s";
}
