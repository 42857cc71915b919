using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Language;

/// <summary>Takes text apart into words that can be compared.</summary>
internal static partial class Words
{
    /// <summary>
    /// The words of <paramref name="text"/> in lower case without diacritics; <c>order_id</c> and <c>orderId</c> are two words each,
    /// "where's" is "where".
    /// </summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var separated = LowerThenUpper().Replace(text, "${before} ${after}");
        return
        [
            .. Word()
                .Matches(Contraction().Replace(Fold(separated), ""))
                .Select(match => match.Value),
        ];
    }

    /// <summary>Stems of the words that carry meaning: no stop words, no values (words with digits).</summary>
    public static IReadOnlyList<string> Stems(string text) =>
        [
            .. Split(text)
                .Where(word => !StopWords.Contains(word) && !word.Any(char.IsDigit))
                .Select(PorterStemmer.Stem),
        ];

    /// <summary>Lower case, without diacritics.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character is '’' ? '\'' : char.ToLowerInvariant(character));
            }
        }

        return folded.ToString();
    }

    [GeneratedRegex(@"(?<before>[\p{Ll}\p{N}])(?<after>\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex LowerThenUpper();

    [GeneratedRegex(@"'(s|re|ve|ll|d|m)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Contraction();

    [GeneratedRegex(@"[\p{L}\p{N}]+('t)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
