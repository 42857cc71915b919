using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent;

/// <summary>A connector that ran for a turn.</summary>
internal sealed class TurnRun(
    AgentCandidate candidate,
    IReadOnlyDictionary<string, string> inputs,
    FinishedExecution execution
)
{
    /// <summary>The connector.</summary>
    public AgentCandidate Candidate { get; } = candidate;

    /// <summary>The values it ran with.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; } = inputs;

    /// <summary>The run.</summary>
    public FinishedExecution Execution { get; } = execution;

    /// <summary>Whether the answer uses its data.</summary>
    public bool IsUsedInReply { get; set; }

    /// <summary>As the trace tells it.</summary>
    public TraceStep ToStep() =>
        new(
            Candidate.ConnectorId,
            Candidate.Definition.Name,
            Inputs,
            Execution.Result.Id,
            Execution.Result.IsSuccess,
            IsUsedInReply
        );

    /// <summary>As the conversation stores it.</summary>
    public TurnExecution ToExecution() => new(Candidate.Definition.Name, Execution, IsUsedInReply);
}
