using System.Text.Json.Serialization;
using DataConnectors.Core.Logs;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>An execution result of the contract, <c>data_connector_execution_result</c>, without bodies.</summary>
internal record DataConnectorExecutionResultHead
{
    /// <summary>Always <c>data_connector.execution</c>.</summary>
    public string Type { get; } = "data_connector.execution";

    /// <summary>The unique identifier of the execution result.</summary>
    public required string Id { get; init; }

    /// <summary>The data connector that ran.</summary>
    public required string DataConnectorId { get; init; }

    /// <summary>Whether it completed and the API answered 2xx, or a status that the connector expects.</summary>
    public required bool Success { get; init; }

    /// <summary>The HTTP status; null when the API did not answer.</summary>
    public required int? HttpStatus { get; init; }

    /// <summary>The method in lower case.</summary>
    public required string? HttpMethod { get; init; }

    /// <summary>One of the contract's error types; null on success.</summary>
    public required string? ErrorType { get; init; }

    /// <summary>What happened and what to do; null on success. URLs in it have no query.</summary>
    public required string? ErrorMessage { get; init; }

    /// <summary>How long the run took, in milliseconds.</summary>
    public required long ExecutionTimeMs { get; init; }

    /// <summary>What started it, such as <c>fin</c>.</summary>
    public required string SourceType { get; init; }

    /// <summary>Which of its kind started it; null where there is only one.</summary>
    public string? SourceId { get; init; }

    /// <summary>The conversation it ran in.</summary>
    public required string? ConversationId { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The URL without query, userinfo and fragment; null when there was none to call.</summary>
    public required string? RequestUrl { get; init; }

    /// <summary>The row as it stands on the wire.</summary>
    public static DataConnectorExecutionResultHead Of(ExecutionResultSummary row) =>
        new()
        {
            Id = WireId.Of(row.Id),
            DataConnectorId = WireId.Of(row.ConnectorId),
            Success = row.IsSuccess,
            HttpStatus = row.HttpStatus,
            HttpMethod = row.Method?.ToLowerInvariant(),
            ErrorType = row.ErrorType,
            ErrorMessage = row.ErrorMessage,
            ExecutionTimeMs = (long)Math.Round(row.Duration.TotalMilliseconds),
            SourceType = row.Source,
            ConversationId = WireId.Of(row.ConversationId),
            CreatedAt = row.StartedAt,
            RequestUrl = row.Url,
        };
}

/// <summary>An execution result with bodies.</summary>
internal sealed record DataConnectorExecutionResult : DataConnectorExecutionResultHead
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private DataConnectorExecutionResult(DataConnectorExecutionResultHead result)
        : base(result) { }

    /// <summary>What was sent; null for no body.</summary>
    [JsonPropertyOrder(1)]
    public string? RequestBody { get; private init; }

    /// <summary>What Fin could see of the answer; null for nothing.</summary>
    [JsonPropertyOrder(2)]
    public string? ResponseBody { get; private init; }

    /// <summary>The answer as it came, redacted fields masked; null for no answer.</summary>
    [JsonPropertyOrder(3)]
    public string? RawResponseBody { get; private init; }

    /// <summary>The row, which was read with its bodies, as it stands on the wire.</summary>
    public static new DataConnectorExecutionResult Of(ExecutionResultSummary row) =>
        new(DataConnectorExecutionResultHead.Of(row))
        {
            RequestBody = row.Bodies?.Request,
            ResponseBody = row.Bodies?.ShapedResponse,
            RawResponseBody = row.Bodies?.RawResponse,
        };
}
