using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Content;

namespace DataConnectors.Core.Agent.Articles;

/// <summary>
/// Weighs articles against a question on the scale of the connectors: evidence that saturates, times how much of the question it covers.
/// The title says what an article is about; its text only supports that, as long texts hold every word.
/// </summary>
internal static class ArticleScorer
{
    private const double EvidenceForHalf = 0.45;
    private const double BodyWeight = 0.5;
    private const double WithoutTitle = 0.7;
    private const int MostSentences = 3;

    // What the title names is what every sentence is about; the rest of the question tells them apart, and the first one introduces.
    private const double OfTitle = 0.3;
    private const double FirstSentence = 0.2;

    /// <summary>The best article; null when none has to do with the question.</summary>
    public static ArticleMatch? Best(string question, IReadOnlyList<ArticleText> articles)
    {
        if (articles.Count == 0)
        {
            return null;
        }

        var stems = Words.Stems(question).Distinct(StringComparer.Ordinal).ToList();
        if (stems.Count == 0)
        {
            return null;
        }

        var (best, score) = articles
            .Select(article => (Article: article, Score: Score(stems, ArticleTerms.Of(article))))
            .MaxBy(pair => pair.Score);
        return score <= 0
            ? null
            : new ArticleMatch(best, score, Sentences(stems, ArticleTerms.Of(best)));
    }

    private static double Score(List<string> stems, ArticleTerms article)
    {
        double evidence = 0;
        double understood = 0;
        double said = 0;
        var isTitled = false;
        foreach (var stem in stems)
        {
            var weight = WordWeights.Of(stem);
            var title = article.InTitle(stem);
            var match = Math.Max(title, BodyWeight * article.InBody(stem));
            evidence += weight * match;
            said += weight;
            understood += match > 0 ? weight : 0;
            isTitled |= title > 0;
        }

        return evidence <= 0
            ? 0
            : evidence
                / (evidence + EvidenceForHalf)
                * (0.65 + (0.35 * Math.Sqrt(understood / said)))
                * (isTitled ? 1 : WithoutTitle);
    }

    /// <summary>The sentences that say most of what was asked, in the order of the article.</summary>
    private static List<string> Sentences(List<string> stems, ArticleTerms article)
    {
        var ranked = article
            .Sentences.Select(
                (sentence, index) =>
                    (
                        sentence.Text,
                        Index: index,
                        Score: (index == 0 ? FirstSentence : 0)
                            + stems.Sum(stem =>
                                WordWeights.Of(stem)
                                * ArticleTerms.Match(sentence.Stems, stem)
                                * (article.InTitle(stem) > 0 ? OfTitle : 1)
                            )
                    )
            )
            .ToList();
        var top = ranked.Count == 0 ? 0 : ranked.Max(sentence => sentence.Score);
        return
        [
            .. ranked
                .Where(sentence => sentence.Score >= top / 2)
                .OrderByDescending(sentence => sentence.Score)
                .ThenBy(sentence => sentence.Index)
                .Take(MostSentences)
                .OrderBy(sentence => sentence.Index)
                .Select(sentence => sentence.Text),
        ];
    }
}
