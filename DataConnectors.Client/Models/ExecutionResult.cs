using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>The record of one run.</summary>
public sealed record ExecutionResult : TypedObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The connector that ran.</summary>
    public string DataConnectorId { get; init; } = "";

    /// <summary>Whether the run completed and the API answered with a success.</summary>
    public bool Success { get; init; }

    /// <summary>The status that the API answered; null when it did not answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The method of the call.</summary>
    public HttpMethodName? HttpMethod { get; init; }

    /// <summary>Why the run failed; null when it did not.</summary>
    public ExecutionErrorType? ErrorType { get; init; }

    /// <summary>The same for people.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>How long the run took, in milliseconds.</summary>
    public int? ExecutionTimeMs { get; init; }

    /// <summary>What started the run.</summary>
    public ExecutionSourceType? SourceType { get; init; }

    /// <summary>Which one of these it was.</summary>
    public string? SourceId { get; init; }

    /// <summary>The conversation in which it ran.</summary>
    public string? ConversationId { get; init; }

    /// <summary>When it ran.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The URL that was called, without query, user and fragment.</summary>
    public string? RequestUrl { get; init; }

    /// <summary>The body that was sent; null where bodies were not asked for.</summary>
    public string? RequestBody { get; init; }

    /// <summary>What Fin could read of the answer; null where bodies were not asked for.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>The answer as it came; null where bodies were not asked for.</summary>
    public string? RawResponseBody { get; init; }
}
