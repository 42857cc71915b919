using DataConnectors.Core.Agent.Extracting;

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
    public const double Threshold = 0.37;

    /// <summary>Weighs every candidate and picks the best that may be chosen.</summary>
    public static Ranking Rank(string message, IReadOnlyList<AgentCandidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return new Ranking([], Best: null);
        }

        var scores = ConnectorScorer.Score(
            MessageTerms.From(message),
            [.. candidates.Select(candidate => new ConnectorTerms(candidate.Definition))],
            [
                .. candidates.Select(candidate =>
                    InputExtractor.HasFittingValue(message, candidate.Definition.DataInputs)
                ),
            ]
        );
        var ranked = candidates
            .Zip(scores)
            .OrderByDescending(pair => pair.Second)
            .ThenBy(pair => pair.First.ConnectorId)
            .ToList();
        var best = ranked.FirstOrDefault(pair =>
            pair.First.SkipReason is null && pair.Second >= Threshold
        );
        return new Ranking(
            [
                .. ranked.Select(pair => new CandidateScore(
                    pair.First.ConnectorId,
                    pair.First.Definition.Name,
                    Math.Round(pair.Second, 3),
                    pair.First.SkipReason
                )),
            ],
            best.First
        );
    }
}
