using System.Text;
using System.Text.Unicode;

namespace DataConnectors.Core.Transformation;

/// <summary>Finds out in which encoding an answer is and brings it to valid UTF-8.</summary>
internal static class ResponseText
{
    /// <summary>The text as UTF-8 without a byte order mark; null when it is binary.</summary>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> body, MediaType type)
    {
        var bytes = body.Span;
        if (type.Kind == MediaKind.Binary)
        {
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return OfText(body[Encoding.UTF8.Preamble.Length..]);
        }

        if (
            bytes.StartsWith(Encoding.Unicode.Preamble)
            || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)
        )
        {
            var encoding = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return OfText(Encoding.Convert(encoding, Encoding.UTF8, bytes[2..].ToArray()));
        }

        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0))
        {
            return body;
        }

        if (Utf16WithoutMark(bytes) is { } utf16)
        {
            return OfText(Encoding.Convert(utf16, Encoding.UTF8, bytes.ToArray()));
        }

        if (Named(type.Charset ?? DeclaredInXml(bytes)) is { } named)
        {
            return OfText(Encoding.Convert(named, Encoding.UTF8, bytes.ToArray()));
        }

        // JSON is UTF-8 by definition: a broken character in it is repaired rather than the whole answer lost. Text that is not
        // UTF-8 and does not say what it is, is old: Latin-1 shows most of it.
        return type switch
        {
            { Kind: MediaKind.Json } => OfText(
                Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes))
            ),
            _ when type.Name.StartsWith("text/", StringComparison.Ordinal) => OfText(
                Encoding.Convert(Encoding.Latin1, Encoding.UTF8, bytes.ToArray())
            ),
            _ => null,
        };
    }

    /// <summary>JSON and XML begin with ASCII, so that UTF-16 shows as a zero beside each of the first characters.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.Length % 2 == 0
            ? bytes switch
            {
                [not 0, 0, not 0, 0, ..] or [not 0, 0] => Encoding.Unicode,
                [0, not 0, 0, not 0, ..] or [0, not 0] => Encoding.BigEndianUnicode,
                _ => null,
            }
            : null;

    /// <summary>The encoding that an XML declaration names; null when there is none.</summary>
    private static string? DeclaredInXml(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("<?xml"u8))
        {
            return null;
        }

        var declaration = Encoding
            .Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)])
            .Split("?>")[0];
        var parts = declaration.Split("encoding=");
        return parts.Length < 2 || parts[1].Length == 0
            ? null
            : parts[1][1..].Split(parts[1][0])[0];
    }

    private static ReadOnlyMemory<byte>? OfText(ReadOnlyMemory<byte> text) =>
        text.Span.Contains((byte)0) ? (ReadOnlyMemory<byte>?)null : text;

    private static Encoding? Named(string? charset)
    {
        if (charset is null || string.Equals(charset, "utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return charset.StartsWith("windows-125", StringComparison.OrdinalIgnoreCase)
                ? Encoding.Latin1
                : Encoding.GetEncoding(charset);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
