using System.Globalization;
using System.Text;

namespace DataConnectors.Core.Connectors.Curl;

/// <summary>
/// Splits one command into words as a POSIX shell does: quotes of every kind, backslashes, lines continued with a backslash. It
/// ends where the command ends (a pipe, a semicolon, a redirection); variables are left as they stand.
/// </summary>
internal sealed class ShellWords
{
    private readonly string text;
    private readonly List<string> words = [];
    private readonly StringBuilder word = new();
    private int position;
    private bool isInWord;

    private ShellWords(string text) => this.text = text;

    /// <summary>The words; null when a quote is never closed.</summary>
    public static IReadOnlyList<string>? Split(string text) => new ShellWords(text).Split();

    private List<string>? Split()
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                // A line break ends a command in a shell, but pages often lose the backslash before it.
                EndWord();
                position++;
            }
            else if (!isInWord && EndsCommand(c))
            {
                break;
            }
            else if (!ReadPiece(c))
            {
                return null;
            }
        }

        EndWord();
        return words;
    }

    /// <summary>Whether a word that begins here belongs to the shell: a pipe, another command, a redirection.</summary>
    private bool EndsCommand(char c) =>
        c is '|' or ';' or '&' or '<' or '>' or '#'
        || (c is '1' or '2' && position + 1 < text.Length && text[position + 1] == '>');

    private bool ReadPiece(char c)
    {
        switch (c)
        {
            case '\\':
                ReadBackslash();
                return true;
            case '\'':
                return ReadSingleQuoted();
            case '"':
                return ReadDoubleQuoted();
            case '$' when position + 1 < text.Length && text[position + 1] == '\'':
                return ReadAnsiQuoted();
            default:
                Append(c);
                position++;
                return true;
        }
    }

    private void ReadBackslash()
    {
        var next = position + 1;
        if (
            next < text.Length
            && text[next] == '\r'
            && next + 1 < text.Length
            && text[next + 1] == '\n'
        )
        {
            next++;
        }

        if (next < text.Length && text[next] != '\n')
        {
            Append(text[next]);
        }

        position = next + 1;
    }

    private bool ReadSingleQuoted()
    {
        var end = text.IndexOf('\'', position + 1);
        if (end < 0)
        {
            return false;
        }

        isInWord = true;
        word.Append(text, position + 1, end - position - 1);
        position = end + 1;
        return true;
    }

    private bool ReadDoubleQuoted()
    {
        isInWord = true;
        for (position++; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '"')
            {
                position++;
                return true;
            }

            if (c == '\\' && position + 1 < text.Length)
            {
                // Inside double quotes a backslash stands for itself, except before what it protects.
                var next = text[position + 1];
                if (next is '"' or '\\' or '$' or '`' or '\n')
                {
                    position++;
                    if (next != '\n')
                    {
                        word.Append(next);
                    }

                    continue;
                }
            }

            word.Append(c);
        }

        return false;
    }

    private bool ReadAnsiQuoted()
    {
        isInWord = true;
        position += 2;
        while (position < text.Length)
        {
            var c = text[position++];
            if (c == '\'')
            {
                return true;
            }

            if (c == '\\' && position < text.Length)
            {
                ReadAnsiEscape(text[position++]);
            }
            else
            {
                word.Append(c);
            }
        }

        return false;
    }

    private void ReadAnsiEscape(char c)
    {
        switch (c)
        {
            case 'n':
                word.Append('\n');
                break;
            case 't':
                word.Append('\t');
                break;
            case 'r':
                word.Append('\r');
                break;
            case 'a':
                word.Append('\a');
                break;
            case 'b':
                word.Append('\b');
                break;
            case 'f':
                word.Append('\f');
                break;
            case 'v':
                word.Append('\v');
                break;
            case 'e' or 'E':
                word.Append('\u001b');
                break;
            case 'u':
                AppendCode(c, 4, isHex: true);
                break;
            case 'U':
                AppendCode(c, 8, isHex: true);
                break;
            case 'x':
                AppendCode(c, 2, isHex: true);
                break;
            case >= '0' and <= '7':
                position--;
                AppendCode(c, 3, isHex: false);
                break;
            case '\\' or '\'' or '"' or '?':
                word.Append(c);
                break;
            default:
                word.Append('\\').Append(c);
                break;
        }
    }

    private void AppendCode(char escape, int maxDigits, bool isHex)
    {
        var start = position;
        while (
            position < text.Length
            && position - start < maxDigits
            && (isHex ? char.IsAsciiHexDigit(text[position]) : text[position] is >= '0' and <= '7')
        )
        {
            position++;
        }

        var digits = text[start..position];
        if (digits.Length == 0)
        {
            word.Append('\\').Append(escape);
            return;
        }

        var code = isHex
            ? long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : Convert.ToInt32(digits, 8);
        // Halves of a character are written one after the other, as browsers do.
        word.Append(
            code <= char.MaxValue ? ((char)code).ToString()
            : Rune.IsValid((int)Math.Min(code, int.MaxValue)) ? new Rune((int)code).ToString()
            : "\uFFFD"
        );
    }

    private void Append(char c)
    {
        isInWord = true;
        word.Append(c);
    }

    private void EndWord()
    {
        if (isInWord)
        {
            words.Add(word.ToString());
            word.Clear();
            isInWord = false;
        }
    }
}
