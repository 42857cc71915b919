namespace DataConnectors.Core.Inbox;

/// <summary>What Fin did with a message.</summary>
/// <param name="QuestionId">The person's message that it answers.</param>
/// <param name="Text">What it answered; plain text.</param>
/// <param name="TraceJson">Why, a JSON object.</param>
/// <param name="AgentStateJson">What it is in the middle of now, a JSON object; null when nothing.</param>
public sealed record FinTurn(long QuestionId, string Text, string TraceJson, string? AgentStateJson)
{
    /// <summary>Whether it asked for something that it needs to go on.</summary>
    public bool IsAsking { get; init; }

    /// <summary>How far Fin is now.</summary>
    public FinStatus Status { get; init; } = FinStatus.AwaitingUserReply;

    /// <summary>The connectors it triggered, in order.</summary>
    public IReadOnlyList<TriggeredConnector> Triggered { get; init; } = [];
}

/// <summary>A connector that Fin triggered for an answer.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="ConnectorName">Its name.</param>
/// <param name="ExecutionId">The row of the log.</param>
/// <param name="IsSuccess">Whether the run succeeded.</param>
/// <param name="IsUsedInReply">Whether the answer used its data.</param>
public sealed record TriggeredConnector(
    long ConnectorId,
    string ConnectorName,
    long ExecutionId,
    bool IsSuccess,
    bool IsUsedInReply
);
