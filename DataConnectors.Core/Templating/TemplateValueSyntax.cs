using System.Buffers;
using System.Text;

namespace DataConnectors.Core.Templating;

/// <summary>What a value of each kind looks like.</summary>
internal static class TemplateValueSyntax
{
    /// <summary>Why no value may look like this, whatever its kind; null when it may.</summary>
    public static string? FaultIn(string text)
    {
        // A char is at most three bytes, so a short text needs no counting.
        if (
            text.Length > TemplateValue.MaxBytes / 3
            && Encoding.UTF8.GetByteCount(text) > TemplateValue.MaxBytes
        )
        {
            return "is longer than 2 KiB (2,048 bytes), the most a value may hold.";
        }

        return LoneSurrogateIn(text) >= 0
            ? "is not valid text (half of a character is missing)."
            : null;
    }

    public static bool IsInteger(ReadOnlySpan<char> text)
    {
        var digits = WithoutMinus(text);
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }

    public static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        return point < 0
            ? IsInteger(text)
            : IsInteger(text[..point])
                && point + 1 < text.Length
                && !text[(point + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>The number as JSON allows it: <c>007</c> is a whole number to people and a mistake in JSON.</summary>
    public static string AsJsonNumber(string text)
    {
        var digits = WithoutMinus(text);
        var zeros = 0;
        while (
            zeros + 1 < digits.Length
            && digits[zeros] == '0'
            && char.IsAsciiDigit(digits[zeros + 1])
        )
        {
            zeros++;
        }

        return zeros == 0 ? text : string.Concat(text[0] == '-' ? "-" : "", digits[zeros..]);
    }

    private static ReadOnlySpan<char> WithoutMinus(ReadOnlySpan<char> text) =>
        text.StartsWith('-') ? text[1..] : text;

    /// <summary>Where half of a character stands without its other half; -1 when the text is whole.</summary>
    public static int LoneSurrogateIn(ReadOnlySpan<char> text)
    {
        var position = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (position >= 0 && position < text.Length)
        {
            if (
                Rune.DecodeFromUtf16(text[position..], out _, out var length)
                != OperationStatus.Done
            )
            {
                return position;
            }

            position += length;
        }

        return -1;
    }
}
