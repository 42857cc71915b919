using System.Buffers;
using System.Globalization;
using System.Text;

namespace DataConnectors.Core.Egress;

/// <summary>Which characters a URL may hold, and how those are written that have to be encoded on the wire.</summary>
internal static class UrlCharacters
{
    // RFC 3986 without the fragment's mark.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?@!$&'()*+,;=%[]"
    );

    /// <summary>Refuses characters that readers drop, fold or take for others. Null when there is none.</summary>
    public static EgressDecision.Refused? Judge(ReadOnlySpan<char> url)
    {
        for (var rest = url; ; )
        {
            var at = rest.IndexOfAnyExcept(Plain);
            if (at < 0)
            {
                return null;
            }

            if (
                Rune.DecodeFromUtf16(rest[at..], out var rune, out var length)
                != OperationStatus.Done
            )
            {
                return new(
                    EgressRefusal.MalformedUrl,
                    "The URL holds half of a character. Remove it and type it again."
                );
            }

            if (JudgeRune(rune) is { } refusal)
            {
                return refusal;
            }

            rest = rest[(at + length)..];
        }
    }

    /// <summary>Percent-encodes, as UTF-8, what may not stand in a path or a query as it is. Leaves everything else alone.</summary>
    public static ReadOnlySpan<char> Encode(ReadOnlySpan<char> pathAndQuery)
    {
        var at = pathAndQuery.IndexOfAnyExcept(Plain);
        if (at < 0)
        {
            return pathAndQuery;
        }

        var text = new StringBuilder(pathAndQuery.Length + 32).Append(pathAndQuery[..at]);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in pathAndQuery[at..].EnumerateRunes())
        {
            if (rune.IsAscii && Plain.Contains((char)rune.Value))
            {
                text.Append((char)rune.Value);
                continue;
            }

            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
            {
                text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return text.ToString();
    }

    private static EgressDecision.Refused? JudgeRune(Rune rune)
    {
        if (rune.Value == '\\')
        {
            return new(
                EgressRefusal.Backslash,
                "The URL holds a backslash. Use / between parts, or %5C where a value holds one."
            );
        }

        if (rune.Value == '#')
        {
            return new(
                EgressRefusal.Fragment,
                "The URL holds a #. Remove what follows it, or write %23 where a value holds one."
            );
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format => new(
                EgressRefusal.ControlCharacter,
                $"The URL holds a control or invisible character (U+{rune.Value:X4}). Remove it."
            ),
            UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => new(
                EgressRefusal.Whitespace,
                "The URL holds a space. Remove it at the ends; inside a value write %20."
            ),
            _ => null,
        };
    }
}
