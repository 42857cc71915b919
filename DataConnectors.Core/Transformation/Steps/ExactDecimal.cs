using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Numbers as decimals, but only those that lose no digit: at most 28 significant digits and 28 after the point.</summary>
internal static class ExactDecimal
{
    private const int MaxDigits = 28;

    /// <summary>Reads plain text such as <c>-12.50</c>, without grouping, spaces around it allowed.</summary>
    public static bool TryParse(string text, out decimal number)
    {
        number = 0;
        var trimmed = text.AsSpan().Trim();
        Span<byte> bytes = stackalloc byte[64];
        return trimmed.Length is > 0 and <= 64
            && Ascii.FromUtf16(trimmed, bytes, out var count) == System.Buffers.OperationStatus.Done
            && TryParse(bytes[..count], out number);
    }

    /// <summary>Reads a JSON number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal number)
    {
        number = 0;
        if (text.Length > 0 && text[0] == '+')
        {
            return false;
        }

        if (!text.ContainsAny((byte)'e', (byte)'E'))
        {
            // Short numbers cannot lose digits.
            return IsExact(text, exponent: 0)
                && Utf8Parser.TryParse(text, out number, out var used)
                && used == text.Length;
        }

        var mark = text.IndexOfAny((byte)'e', (byte)'E');
        return Utf8Parser.TryParse(text[(mark + 1)..], out int exponent, out var read)
            && read == text.Length - mark - 1
            && int.Abs(exponent) <= 2 * MaxDigits
            && IsExact(text[..mark], exponent)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static bool IsExact(ReadOnlySpan<byte> mantissa, int exponent)
    {
        if (exponent == 0 && mantissa.Length <= MaxDigits)
        {
            return true;
        }

        var point = mantissa.IndexOf((byte)'.');
        var digits = mantissa.TrimStart("-0."u8);
        var significant = digits.Length - (digits.Contains((byte)'.') ? 1 : 0);
        var after = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        return significant <= MaxDigits && after <= MaxDigits;
    }
}
