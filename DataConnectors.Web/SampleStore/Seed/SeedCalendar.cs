namespace DataConnectors.Web.SampleStore.Seed;

/// <summary>The calendar of the seed: every date counts from <see cref="Today"/>.</summary>
internal static class SeedCalendar
{
    /// <summary>The moment the data describes: fixed, so that demos and tests can quote dates.</summary>
    public static DateTimeOffset Today { get; } = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An instant some days before <see cref="Today"/>, at a time of day.</summary>
    public static DateTimeOffset DaysAgo(int days, int hour = 9, int minute = 0) =>
        Today.AddDays(-days).AddHours(hour - Today.Hour).AddMinutes(minute);

    /// <summary>A day, counted from <see cref="Today"/>.</summary>
    public static DateOnly Day(int daysAhead) =>
        DateOnly.FromDateTime(Today.UtcDateTime).AddDays(daysAhead);
}
