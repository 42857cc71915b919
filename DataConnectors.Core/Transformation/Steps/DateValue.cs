using System.Globalization;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>A date, a local time or an instant.</summary>
/// <param name="Local">The clock's face.</param>
/// <param name="Offset">How far it is from UTC; null when that is not known.</param>
/// <param name="HasTime">Whether there is a time of day.</param>
internal readonly record struct DateValue(DateTime Local, TimeSpan? Offset, bool HasTime)
{
    public static DateValue Of(DateTimeOffset instant) =>
        new(instant.DateTime, instant.Offset, HasTime: true);

    /// <summary>The instant, where an unknown offset is that of the zone.</summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        var offset =
            Offset ?? zone.GetUtcOffset(DateTime.SpecifyKind(Local, DateTimeKind.Unspecified));
        var ticks = Math.Clamp(
            Local.Ticks,
            DateTime.MinValue.Ticks + Math.Max(0, offset.Ticks),
            DateTime.MaxValue.Ticks + Math.Min(0, offset.Ticks)
        );
        return new(ticks, offset);
    }

    /// <summary>ISO 8601: <c>2024-05-01</c>, <c>2024-05-01T10:00:00</c> or <c>2024-05-01T10:00:00+02:00</c>.</summary>
    public string ToIso()
    {
        if (!HasTime)
        {
            return Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var text = Local.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return Offset switch
        {
            null => text,
            { Ticks: 0 } => text + "Z",
            { } offset => text
                + (offset < TimeSpan.Zero ? "-" : "+")
                + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        };
    }
}
