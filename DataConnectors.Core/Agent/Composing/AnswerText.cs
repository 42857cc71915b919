using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>
/// The last thing every answer passes, whoever wrote it: what a person reads is plain text without characters that do not show or that
/// turn the reading direction, and without markup that some reader could take for a link, an image or a tag.
/// </summary>
internal static partial class AnswerText
{
    /// <summary>The longest answer, in characters.</summary>
    public const int Longest = 4000;

    /// <summary>The plain text; lines stay lines.</summary>
    public static string Clean(string answer) =>
        // First what does not show: it could stand between the halves of a link. Again afterwards, for the gaps that markup leaves.
        Cut(CleanLines(WithoutMarkup(CleanLines(answer))));

    /// <summary>The pieces in which an answer is told: sentence by sentence, together the answer exactly.</summary>
    public static IEnumerable<string> Parts(string answer)
    {
        var start = 0;
        for (var end = SentenceEnd().Match(answer); end.Success; end = end.NextMatch())
        {
            yield return answer[start..(end.Index + end.Length)];
            start = end.Index + end.Length;
        }

        if (start < answer.Length)
        {
            yield return answer[start..];
        }
    }

    private static string CleanLines(string text) =>
        BlankLines()
            .Replace(
                string.Join(
                    '\n',
                    LineEnd().Split(text).Select(line => PlainText.Clean(line, 2 * Longest))
                ),
                "\n\n"
            )
            .Trim();

    // A cut never falls inside a character of two code units.
    private static string Cut(string text) =>
        text.Length <= Longest
            ? text
            : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";

    /// <summary>Links and images as their text, tags gone; once more as long as something falls away, as what is left could join anew.</summary>
    private static string WithoutMarkup(string text)
    {
        for (var before = ""; !string.Equals(before, text, StringComparison.Ordinal); )
        {
            before = text;
            text = Link().Replace(text, "${text}");
            text = Reference().Replace(text, "${text}");
            text = BareLink().Replace(text, "${text}");
            text = Tag().Replace(text, "");
        }

        return text;
    }

    [GeneratedRegex(@"\r\n|[\r\n\u0085\u2028\u2029]", RegexOptions.None, 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\n{3,}", RegexOptions.None, 1000)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"[.!?…]+[""”’)]*\s+(?=\S)|\n+", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    // [text](address) and ![text](address)
    [GeneratedRegex(@"!?\[(?<text>[^\[\]]*)\]\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    // [text][name]
    [GeneratedRegex(@"!?\[(?<text>[^\[\]]*)\]\[[^\[\]]*\]", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    // <https://example.com>
    [GeneratedRegex(@"<(?<text>(https?://|mailto:)[^<>\s]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareLink();

    [GeneratedRegex(@"<[A-Za-z/!?][^<>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
