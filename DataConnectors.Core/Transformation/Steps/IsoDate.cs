namespace DataConnectors.Core.Transformation.Steps;

/// <summary>
/// Reads <c>2024-05-01</c>, <c>2024/05/01</c> and <c>20240501</c>, with <c>T10:00</c>, seconds and fractions behind the first, a space
/// for the T, and <c>Z</c> or an offset behind that. By hand, since trying patterns costs more than all else that shaping does.
/// </summary>
internal static class IsoDate
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateValue date)
    {
        date = default;
        var separator = text.Length > 7 ? text[4] : '\0';
        var isCompact = char.IsAsciiDigit(separator);
        var monthAt = isCompact ? 4 : 5;
        var dayAt = isCompact ? 6 : 8;
        if (
            text.Length < dayAt + 2
            || !(isCompact ? text.Length == 8 : separator is '-' or '/' && text[7] == separator)
            || !TryDigits(text[..4], out var year)
            || !TryDigits(text.Slice(monthAt, 2), out var month)
            || !TryDigits(text.Slice(dayAt, 2), out var day)
            || year < (isCompact ? 1900 : 1)
            || (isCompact && year > 2100)
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
        {
            return false;
        }

        var midnight = new DateTime(year, month, day);
        var rest = text[(dayAt + 2)..];
        if (rest.IsEmpty)
        {
            date = new(midnight, Offset: null, HasTime: false);
            return true;
        }

        if (
            separator != '-'
            || rest[0] is not ('T' or 't' or ' ')
            || !TryTime(rest[1..], out var time, out var used)
        )
        {
            return false;
        }

        var zone = rest[(1 + used)..].TrimStart(' ');
        if (!TryOffset(zone, out var offset))
        {
            return false;
        }

        date = new(midnight + time, offset, HasTime: true);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out TimeSpan time, out int used)
    {
        (time, used) = (default, 5);
        if (
            text.Length < 5
            || text[2] != ':'
            || !TryDigits(text[..2], out var hour)
            || !TryDigits(text.Slice(3, 2), out var minute)
            || hour > 23
            || minute > 59
        )
        {
            return false;
        }

        time = new TimeSpan(hour, minute, 0);
        if (text.Length < 8 || text[5] != ':')
        {
            return true;
        }

        if (!TryDigits(text.Slice(6, 2), out var second) || second > 59)
        {
            return false;
        }

        used = 8;
        var ticks = 0L;
        if (text.Length > 9 && text[8] is '.' or ',')
        {
            // Seven digits are ticks; what is finer is cut off.
            var scale = TimeSpan.TicksPerSecond;
            for (used = 9; used < text.Length && char.IsAsciiDigit(text[used]); used++)
            {
                scale /= 10;
                ticks += (text[used] - '0') * scale;
            }
        }

        time += new TimeSpan(0, 0, second) + TimeSpan.FromTicks(ticks);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text is "Z" or "z" or "UTC" or "GMT")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        if (text[0] is not ('+' or '-'))
        {
            return false;
        }

        var minuteAt = text.Length == 6 && text[3] == ':' ? 4 : 3;
        var minutes = 0;
        if (
            text.Length is not (3 or 5 or 6)
            || (text.Length == 6 && minuteAt == 3)
            || !TryDigits(text.Slice(1, 2), out var hours)
            || (text.Length > 3 && !TryDigits(text[minuteAt..], out minutes))
            || hours > 14
            || minutes > 59
            || (hours == 14 && minutes > 0)
        )
        {
            return false;
        }

        var size = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -size : size;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return true;
    }
}
