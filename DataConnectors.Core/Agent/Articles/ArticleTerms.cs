using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Content;

namespace DataConnectors.Core.Agent.Articles;

/// <summary>The words of an article, stemmed once as long as it stays as it is.</summary>
internal sealed partial class ArticleTerms
{
    private static readonly ConditionalWeakTable<ArticleText, ArticleTerms> Known = [];

    private readonly HashSet<string> title;
    private readonly HashSet<string> body;

    private ArticleTerms(ArticleText article)
    {
        title = [.. Words.Stems(article.Title)];
        body = [.. Words.Stems(article.Body)];
        Sentences =
        [
            .. article
                .Body.Split('\n')
                .Where(line => !Heading().IsMatch(line))
                .SelectMany(line => SentenceEnd().Split(LineMark().Replace(line, "").Trim()))
                .Select(sentence => sentence.Trim())
                .Where(sentence => sentence.Any(char.IsLetterOrDigit))
                .Select(sentence => new ArticleSentence(sentence, [.. Words.Stems(sentence)])),
        ];
    }

    /// <summary>Its sentences, in order.</summary>
    public IReadOnlyList<ArticleSentence> Sentences { get; }

    public static ArticleTerms Of(ArticleText article) =>
        Known.GetValue(article, of => new ArticleTerms(of));

    /// <summary>How well the title names a word, 0–1: itself, or one of the same meaning.</summary>
    public double InTitle(string stem) => Match(title, stem);

    /// <summary>How well the text names it, 0–1.</summary>
    public double InBody(string stem) => Match(body, stem);

    internal static double Match(HashSet<string> words, string stem)
    {
        if (words.Contains(stem))
        {
            return 1;
        }

        var best = 0.0;
        foreach (var (related, strength) in Synonyms.Of(stem))
        {
            if (strength > best && words.Contains(related))
            {
                best = strength;
            }
        }

        return best;
    }

    // A heading answers nothing.
    [GeneratedRegex(@"^\s*#{1,6}\s", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    // A list's mark at the start of a line.
    [GeneratedRegex(@"^\s*([-*+•]|\d{1,2}[.)])\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[\p{Lu}\p{N}""“(])", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();
}

/// <summary>A sentence of an article.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Stems">The stems of its words.</param>
internal sealed record ArticleSentence(string Text, HashSet<string> Stems);
