using DataConnectors.Core.Content;

namespace DataConnectors.Core.Agent.Articles;

/// <summary>The article that fits a question best.</summary>
/// <param name="Article">The article.</param>
/// <param name="Score">0–1, comparable with the connectors' scores.</param>
/// <param name="Sentences">What of it answers the question, in the order of the article.</param>
internal sealed record ArticleMatch(
    ArticleText Article,
    double Score,
    IReadOnlyList<string> Sentences
)
{
    /// <summary>Below this an article does not answer at all.</summary>
    public const double Threshold = 0.55;

    /// <summary>By how much an article must fit better than a connector to take its place: a tie goes to the data of the customer.</summary>
    private const double ClearlyBetter = 0.1;

    /// <summary>Whether Fin may answer from it.</summary>
    public bool IsEnough => Score >= Threshold;

    /// <summary>What Fin says.</summary>
    public string Answer => $"From our article \"{Article.Title}\": {string.Join(' ', Sentences)}";

    /// <summary>Whether it is more relevant than what fits this well.</summary>
    public bool IsMoreRelevantThan(double score) => IsEnough && Score >= score + ClearlyBetter;

    /// <summary>As the trace tells it.</summary>
    public TraceContent ToTrace(bool isUsedInReply) =>
        new(Article.Id, Article.Title, Math.Round(Score, 3), isUsedInReply);
}
