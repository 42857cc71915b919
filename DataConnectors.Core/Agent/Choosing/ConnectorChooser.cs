namespace DataConnectors.Core.Agent.Choosing;

/// <summary>How every connector fits one message.</summary>
/// <param name="Scores">All candidates, best first; those that may not be chosen say why.</param>
/// <param name="Best">The one to use; null when none fits well enough.</param>
internal sealed record Ranking(IReadOnlyList<CandidateScore> Scores, AgentCandidate? Best)
{
    /// <summary>The score of a connector; 0 when it is not among the candidates.</summary>
    public double ScoreOf(long connectorId) =>
        Scores.FirstOrDefault(score => score.Id == connectorId)?.Score ?? 0;
}

/// <summary>Chooses the connector that can answer a message, or none.</summary>
internal static class ConnectorChooser
{
    /// <summary>Below this score Fin says that it does not know.</summary>
    public const double Threshold = 0.46;

    /// <summary>Weighs every candidate and picks the best that may be chosen.</summary>
    public static Ranking Rank(string message, IReadOnlyList<AgentCandidate> candidates) =>
        Rank(message, candidates, ChoosingWeights.Shared);

    /// <summary>The same with other weights.</summary>
    public static Ranking Rank(
        string message,
        IReadOnlyList<AgentCandidate> candidates,
        ChoosingWeights weights
    )
    {
        if (candidates.Count == 0)
        {
            return new Ranking([], Best: null);
        }

        var terms = MessageTerms.From(message);
        var ranked = Score(
            terms,
            [.. candidates.Where(candidate => candidate.SkipReason is null)],
            weights
        );
        var best = ranked.Count > 0 && ranked[0].Score >= Threshold ? ranked[0].Candidate : null;

        // Those that may not be chosen are weighed for the trace alone, each by itself: they must not make the others' words common.
        foreach (var skipped in candidates.Where(candidate => candidate.SkipReason is not null))
        {
            ranked.AddRange(Score(terms, [skipped], weights));
        }

        return new Ranking(
            [
                .. ranked
                    .OrderByDescending(scored => scored.Score)
                    .ThenBy(scored => scored.Candidate.ConnectorId)
                    .Select(scored => new CandidateScore(
                        scored.Candidate.ConnectorId,
                        scored.Candidate.Definition.Name,
                        Math.Round(scored.Score, 3),
                        scored.Candidate.SkipReason
                    )),
            ],
            best
        );
    }

    private static List<(AgentCandidate Candidate, double Score)> Score(
        MessageTerms message,
        IReadOnlyList<AgentCandidate> candidates,
        ChoosingWeights weights
    ) =>
        [
            .. candidates
                .Zip(
                    Weighing.Of(
                        message,
                        [.. candidates.Select(candidate => ConnectorTerms.Of(candidate.Definition))]
                    ),
                    (candidate, evidence) => (Candidate: candidate, Score: weights.Score(evidence))
                )
                .OrderByDescending(scored => scored.Score)
                .ThenBy(scored => scored.Candidate.ConnectorId),
        ];
}
