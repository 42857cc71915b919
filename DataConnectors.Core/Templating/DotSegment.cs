using System.Buffers;
using System.Globalization;
using System.Text;

namespace DataConnectors.Core.Templating;

/// <summary>
/// Recognises a path segment that some server may read as <c>.</c> or <c>..</c>, and so change the depth of the path: as it
/// stands, percent-encoded any number of times, in overlong UTF-8, in a compatibility form of the dot, or with spaces around.
/// </summary>
internal static class DotSegment
{
    private static readonly SearchValues<char> Possible = SearchValues.Create(
        ".%0123456789abcdefABCDEF"
    );

    /// <summary>Whether the segment, encoded as in a URL, can be read as a dot segment.</summary>
    public static bool Is(ReadOnlySpan<char> segment)
    {
        if (segment is "." or "..")
        {
            return true;
        }

        // A dot segment in disguise consists of dots and escapes only; nearly every real value stops here.
        if (!segment.Contains('%') || segment.ContainsAnyExcept(Possible))
        {
            return false;
        }

        Span<byte> bytes = new byte[segment.Length];
        var length = Encoding.ASCII.GetBytes(segment, bytes);
        while (Decode(bytes[..length]) is var shorter && shorter < length)
        {
            length = shorter;
        }

        // Compatibility forms of the dot, and what follows a NUL, which servers written in C do not read.
        var decoded = Encoding
            .UTF8.GetString(bytes[..length])
            .Replace('\uFF0E', '.')
            .Replace('\uFE52', '.')
            .Replace('\u2024', '.')
            .Replace("\u2025", "..", StringComparison.Ordinal);
        return decoded.Split('\0')[0].Trim() is "." or "..";
    }

    /// <summary>Undoes one round of percent-encoding in place.</summary>
    /// <returns>The new length.</returns>
    private static int Decode(Span<byte> bytes)
    {
        var written = 0;
        for (var read = 0; read < bytes.Length; read++)
        {
            var value = bytes[read];
            if (
                value == '%'
                && bytes[(read + 1)..] is [var high, var low, ..]
                && IsHex(high)
                && IsHex(low)
            )
            {
                value = byte.Parse(
                    [high, low],
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture
                );
                read += 2;
            }

            // C0 AE is the dot in overlong UTF-8, which careless decoders accept.
            if (value == 0xAE && written > 0 && bytes[written - 1] == 0xC0)
            {
                bytes[written - 1] = (byte)'.';
                continue;
            }

            bytes[written++] = value;
        }

        return written;
    }

    private static bool IsHex(byte value) => char.IsAsciiHexDigit((char)value);
}
