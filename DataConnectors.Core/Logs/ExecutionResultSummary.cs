namespace DataConnectors.Core.Logs;

/// <summary>One row of the log, without what only its own page shows.</summary>
public sealed record ExecutionResultSummary(
    long Id,
    long ConnectorId,
    int? VersionNumber,
    DateTimeOffset StartedAt,
    string Source,
    long? ConversationId,
    bool IsSuccess,
    int? HttpStatus,
    string? ErrorType,
    string? ErrorMessage,
    TimeSpan Duration,
    string? Method,
    string? Url
)
{
    /// <summary>The bodies; null where they were not asked for.</summary>
    public ExecutionBodies? Bodies { get; init; }
}

/// <summary>What was sent and answered, as stored.</summary>
/// <param name="Request">The request body; null for none.</param>
/// <param name="ShapedResponse">What Fin could see of the answer; null for none.</param>
/// <param name="RawResponse">The answer as it came; null for none.</param>
public sealed record ExecutionBodies(string? Request, string? ShapedResponse, string? RawResponse);
