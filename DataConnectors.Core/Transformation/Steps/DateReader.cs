using System.Globalization;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Reads dates that can be meant in one way only: ISO 8601, HTTP dates, and Unix time in seconds or milliseconds.</summary>
internal static class DateReader
{
    /// <summary>Unix times from here on are milliseconds: as seconds they would lie past the year 5000.</summary>
    private const decimal FirstMilliseconds = 100_000_000_000;

    private static readonly string[] HttpDates =
    [
        "ddd, d MMM yyyy HH:mm:ss zzz",
        "d MMM yyyy HH:mm:ss zzz",
    ];

    public static bool TryRead(FieldValue value, out DateValue date)
    {
        date = default;
        if (value.Kind == FieldValueKind.Number)
        {
            return TryUnix(value, milliseconds: null, out date);
        }

        return value.Kind == FieldValueKind.Text
            && value.TryText(out var text)
            && (TryText(text.Trim(), out date) || TryUnixText(text, value, out date));
    }

    /// <param name="value">A number, or text that is one.</param>
    /// <param name="milliseconds">Whether it counts them; null tells by its size.</param>
    /// <param name="date">The instant in UTC.</param>
    public static bool TryUnix(FieldValue value, bool? milliseconds, out DateValue date)
    {
        date = default;
        if (!value.TryNumber(out var number))
        {
            return false;
        }

        var factor =
            milliseconds ?? Math.Abs(number) >= FirstMilliseconds
                ? TimeSpan.TicksPerMillisecond
                : TimeSpan.TicksPerSecond;
        if (
            Math.Abs(number) > 1e15m
            || (number * factor) + DateTime.UnixEpoch.Ticks is not (>= 0 and var ticks)
            || ticks > DateTime.MaxValue.Ticks
        )
        {
            return false;
        }

        date = DateValue.Of(new DateTimeOffset((long)ticks, TimeSpan.Zero));
        return true;
    }

    /// <summary>Reads text in one pattern of .NET, in English.</summary>
    public static bool TryPattern(string text, string pattern, out DateValue date)
    {
        date = default;
        if (
            pattern.Contains('z', StringComparison.Ordinal)
            || pattern.Contains('K', StringComparison.Ordinal)
        )
        {
            return TryZoned(text, [pattern], out date);
        }

        if (
            !DateTime.TryParseExact(
                text,
                pattern,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var local
            )
        )
        {
            return false;
        }

        date = new(local, Offset: null, pattern.AsSpan().ContainsAny(['H', 'h']));
        return true;
    }

    private static bool TryText(string text, out DateValue date)
    {
        date = default;

        // Most text is not a date: look before trying patterns.
        return text.Length is >= 8 and <= 40
            && (
                IsoDate.TryRead(text, out date)
                || (
                    text[^1] is 'T' or 'C' or >= '0' and <= '9'
                    && TryZoned(text, HttpDates, out date)
                )
            );
    }

    private static bool TryZoned(string text, string[] patterns, out DateValue date)
    {
        // Patterns have no word for Greenwich; they know its offset.
        var numeric =
            text.EndsWith('Z') || text.EndsWith('z')
                ? string.Concat(text.AsSpan(0, text.Length - 1).TrimEnd(), "+00:00")
            : text.EndsWith(" GMT", StringComparison.Ordinal)
            || text.EndsWith(" UTC", StringComparison.Ordinal)
                ? string.Concat(text.AsSpan(0, text.Length - 3), "+00:00")
            : text;
        var isRead = DateTimeOffset.TryParseExact(
            numeric,
            patterns,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var instant
        );
        date = isRead ? DateValue.Of(instant) : default;
        return isRead;
    }

    private static bool TryUnixText(string text, FieldValue value, out DateValue date)
    {
        date = default;
        return text.Length is 10 or 13
            && text.All(char.IsAsciiDigit)
            && TryUnix(value, milliseconds: text.Length == 13, out date);
    }
}
