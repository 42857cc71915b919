using DataConnectors.Core.Agent.Dialogue;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Core.Agent;

/// <summary>The turn where AI Answers is off: no connector and no content is used, and the question goes to the team.</summary>
internal static class SilentTurn
{
    /// <summary>What every connector is skipped for.</summary>
    public const string SkipReason = "AI Answers is off in this deployment step";

    /// <summary>Says so, with the connectors that exist and were not considered.</summary>
    public static AgentTurn Of(AgentRequest request)
    {
        var trace = new AgentTrace(
            TraceCandidates.Keep(
                [
                    .. request.Candidates.Select(candidate => new CandidateScore(
                        candidate.ConnectorId,
                        candidate.Definition.Name,
                        Score: 0,
                        SkipReason
                    )),
                ],
                chosen: null
            ),
            Chosen: null,
            new Dictionary<string, string>(StringComparer.Ordinal),
            ExecutionId: null,
            Replies.AiAnswersOff
        )
        {
            Notes =
            [
                "AI Answers is off in this deployment step, so neither connectors nor content were used.",
            ],
            AnsweredBy = DeterministicAgent.Name,
        };
        return new AgentTurn(Replies.AiAnswersOff, State: null, trace)
        {
            Status = FinStatus.Escalated,
        };
    }
}
