using System.Buffers.Text;
using System.Globalization;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Replaces escapes that are half of a character (<c>\ud83d</c> without its other half, as in texts cut by length) by the
/// replacement character, so that every string of an answer can be read.
/// </summary>
internal static class LoneSurrogateEscapes
{
    private const int EscapeLength = 6;

    public static ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> json)
    {
        var text = json.Span;
        if (text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0)
        {
            return json;
        }

        byte[]? copy = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                continue;
            }

            var unit = UnitAt(text[i..]);
            if (
                char.IsHighSurrogate(unit)
                && char.IsLowSurrogate(UnitAt(text[(i + EscapeLength)..]))
            )
            {
                i += (2 * EscapeLength) - 1;
                continue;
            }

            if (char.IsSurrogate(unit))
            {
                copy ??= text.ToArray();
                "\\ufffd"u8.CopyTo(copy.AsSpan(i));
            }

            i++;
        }

        return copy ?? json;
    }

    /// <summary>The UTF-16 unit that an escape at the start stands for; NUL when there is none.</summary>
    private static char UnitAt(ReadOnlySpan<byte> text) =>
        text.Length >= EscapeLength
        && text.StartsWith("\\u"u8)
        && ushort.TryParse(
            text[2..EscapeLength],
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? (char)unit
            : '\0';
}
