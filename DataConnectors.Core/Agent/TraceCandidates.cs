namespace DataConnectors.Core.Agent;

/// <summary>Keeps of all candidates what a trace stores: a workspace may have hundreds, and each turn stores its own.</summary>
internal static class TraceCandidates
{
    /// <summary>How many are stored beside the chosen one.</summary>
    public const int Most = 20;

    /// <summary>The best, in their order, and the chosen one wherever it stands.</summary>
    public static IReadOnlyList<CandidateScore> Keep(
        IReadOnlyList<CandidateScore> scores,
        long? chosen
    ) =>
        scores.Count <= Most
            ? scores
            : [.. scores.Where((score, index) => index < Most || score.Id == chosen)];
}
