using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Core.Agent;

/// <summary>The agent's answer to one message.</summary>
/// <param name="Answer">What the person reads; plain text.</param>
/// <param name="State">What the agent is in the middle of now; null when done.</param>
/// <param name="Trace">Why.</param>
public sealed record AgentTurn(string Answer, AgentState? State, AgentTrace Trace)
{
    /// <summary>The runs of this turn, in order; empty when none ran.</summary>
    public IReadOnlyList<TurnExecution> Executions { get; init; } = [];

    /// <summary>How far Fin is with the conversation after this answer.</summary>
    public FinStatus Status { get; init; } = FinStatus.AwaitingUserReply;
}

/// <summary>A run of a turn.</summary>
/// <param name="ConnectorName">The connector's name.</param>
/// <param name="Execution">The run.</param>
/// <param name="IsUsedInReply">Whether the answer uses its data.</param>
public sealed record TurnExecution(
    string ConnectorName,
    FinishedExecution Execution,
    bool IsUsedInReply
);
