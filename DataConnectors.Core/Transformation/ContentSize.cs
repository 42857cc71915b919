using System.Runtime.InteropServices;
using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>How much Fin has to read.</summary>
/// <param name="Characters">Characters of the JSON without white space around its values.</param>
/// <param name="Tokens">
/// About how many tokens a language model makes of it. No tokenizer is at hand, and they differ; this counts as they cut: a word one
/// token and one more for every six letters past the first six, three digits one, punctuation such as <c>":"</c> one for up to three
/// signs, other scripts' letters one for two (Cyrillic and the like) or each (Chinese and the like), an emoji two.
/// </param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContentSize(int Characters, int Tokens)
{
    private enum Sign
    {
        None,
        Letter,
        Digit,
        Punctuation,
        TwoBytes,
        ThreeBytes,
        FourBytes,
    }

    /// <summary>Measures a value.</summary>
    public static ContentSize Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return default;
        }

        var (characters, tokens) = (0, 0);
        var (run, length) = (Sign.None, 0);
        var isInString = false;
        var isEscaped = false;
        foreach (var one in JsonMarshal.GetRawUtf8Value(value))
        {
            var isSpace = one is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

            // The bytes of a character after its first say nothing new; white space between values is not there for Fin.
            if ((one & 0xC0) == 0x80 || (isSpace && !isInString))
            {
                continue;
            }

            characters++;
            var sign = isSpace ? Sign.None : SignOf(one);
            if (sign != run)
            {
                tokens += TokensOf(run, length);
                (run, length) = (sign, 0);
            }

            length++;
            isInString ^= one == '"' && !isEscaped;
            isEscaped = isInString && one == '\\' && !isEscaped;
        }

        return new(characters, tokens + TokensOf(run, length));
    }

    private static Sign SignOf(byte first) =>
        first switch
        {
            >= 0xF0 => Sign.FourBytes,
            >= 0xE0 => Sign.ThreeBytes,
            >= 0xC0 => Sign.TwoBytes,
            _ when char.IsAsciiLetter((char)first) => Sign.Letter,
            _ when char.IsAsciiDigit((char)first) => Sign.Digit,
            _ => Sign.Punctuation,
        };

    private static int TokensOf(Sign run, int length) =>
        run switch
        {
            Sign.Letter => (length + 5) / 6,
            Sign.Digit or Sign.Punctuation => (length + 2) / 3,
            Sign.TwoBytes => (length + 1) / 2,
            Sign.ThreeBytes => length,
            Sign.FourBytes => 2 * length,
            _ => 0,
        };
}
