using System.Globalization;
using System.Runtime.InteropServices;

namespace DataConnectors.Core.Audiences;

/// <summary>Days as conditions and attributes write them.</summary>
internal static class AudienceDay
{
    /// <summary>Reads <c>2026-03-02</c>.</summary>
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day
        );
}

/// <summary>A stored date: a whole day, or an instant in UTC.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredDate(DateOnly Day, DateTimeOffset? Instant)
{
    /// <summary>The date that a stored text is; null when it is none.</summary>
    public static StoredDate? Read(string? text)
    {
        if (AudienceDay.TryRead(text, out var day))
        {
            return new StoredDate(day, Instant: null);
        }

        // Only ISO 8601: what else .NET reads depends on taste.
        return
            text is { Length: > 10 }
            && AudienceDay.TryRead(text[..10], out _)
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var instant
            )
            ? new StoredDate(DateOnly.FromDateTime(instant.UtcDateTime), instant)
            : null;
    }

    /// <summary>Below zero before the day, above it after; null without a day.</summary>
    public int? CompareTo(DateOnly? day) => day is { } known ? Day.CompareTo(known) : null;

    /// <summary>How long ago: of a day in whole days, of an instant to the moment; below zero in the future.</summary>
    public double AgeInDays(DateTimeOffset now) =>
        Instant is { } instant
            ? (now - instant).TotalDays
            : DateOnly.FromDateTime(now.UtcDateTime).DayNumber - Day.DayNumber;
}
