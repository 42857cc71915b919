using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent;

/// <summary>One step of the agent, told as it happens: the closed set shown in the preview's event log.</summary>
public abstract record AgentEvent
{
    private AgentEvent() { }

    /// <summary>Connectors were weighed.</summary>
    public sealed record CandidatesWeighed(IReadOnlyList<CandidateScore> Candidates) : AgentEvent;

    /// <summary>A connector was chosen.</summary>
    public sealed record ConnectorChosen(long ConnectorId, string Name) : AgentEvent;

    /// <summary>No connector fits.</summary>
    public sealed record NothingFits : AgentEvent;

    /// <summary>A value was found in the message, or taken from the example.</summary>
    public sealed record InputCollected(string Name, string Value, bool IsExample) : AgentEvent;

    /// <summary>A value is missing and was asked for.</summary>
    public sealed record InputAsked(string Name, string Question) : AgentEvent;

    /// <summary>The request as it was sent or, in a preview, as it would have been.</summary>
    public sealed record RequestRendered(
        RenderedRequest Request,
        IReadOnlyList<string> SecretHeaderNames
    ) : AgentEvent;

    /// <summary>What Fin may see of the answer.</summary>
    public sealed record ResponseShaped(ShapedResponse Response, int Status) : AgentEvent;

    /// <summary>The run failed.</summary>
    public sealed record ExecutionFailed(StageFailure Failure) : AgentEvent;

    /// <summary>The next piece of the answer, as it is written; the pieces together are the answer.</summary>
    public sealed record AnswerPart(string Text) : AgentEvent;

    /// <summary>Fin answered.</summary>
    public sealed record Answered(string Text) : AgentEvent;
}
