using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Logs;

/// <summary>One live execution as stored. URLs without query, secrets masked; bodies last, so that lists never read them.</summary>
public sealed class ExecutionRecord
{
    /// <summary>The execution's id; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>The connector.</summary>
    public long ConnectorId { get; init; }

    /// <summary>The version that ran.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>What started it: a wire name such as <c>fin</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The person it ran for.</summary>
    public long? PersonId { get; init; }

    /// <summary>The conversation it ran in.</summary>
    public long? ConversationId { get; init; }

    /// <summary>Whether it completed and the API answered 2xx, or a status that the connector expects.</summary>
    public bool IsSuccess { get; init; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>A wire name such as <c>faraday_error</c>; null on success.</summary>
    public string? ErrorType { get; init; }

    /// <summary>What happened and what to do; null on success.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The whole run in microseconds.</summary>
    public long DurationMicroseconds { get; init; }

    /// <summary>The API's part in microseconds; null when nothing was sent.</summary>
    public long? HttpDurationMicroseconds { get; init; }

    /// <summary>How many bytes the API answered, decompressed, before anything was masked; null when there was no answer.</summary>
    public int? ResponseBytes { get; init; }

    /// <summary>The method as on the wire.</summary>
    public string? Method { get; init; }

    /// <summary>The URL without query, userinfo and fragment; null when rendering failed.</summary>
    public string? Url { get; init; }

    /// <summary>Values of the data inputs, a JSON object.</summary>
    public string InputsJson { get; init; } = "{}";

    /// <summary>What each stage did, a JSON array of lists; see <see cref="StoredExecution.Trace"/>.</summary>
    public string TraceJson { get; init; } = "[]";

    /// <summary>What did not go as the definition says and did not end the run, a JSON array; see <see cref="StoredExecution.Findings"/>.</summary>
    public string FindingsJson { get; init; } = "[]";

    /// <summary>What was stored of the answer, without the values, a JSON array; see <see cref="StoredExecution.Changes"/>.</summary>
    public string ChangesJson { get; init; } = "[]";

    /// <summary>Request headers with secrets masked, a JSON array of name and value.</summary>
    public string RequestHeadersJson { get; init; } = "[]";

    /// <summary>The request body; null for none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The answer as it came; null for none.</summary>
    public string? RawResponseBody { get; init; }

    /// <summary>What Fin could see of it; null for none. <see cref="GetExecutionResult"/> reads it; the column itself may only say that it is the raw one.</summary>
    public string? ShapedResponseBody { get; internal set; }
}

internal sealed class ExecutionRecordMapping : IEntityTypeConfiguration<ExecutionRecord>
{
    public void Configure(EntityTypeBuilder<ExecutionRecord> builder)
    {
        builder.ToTable("Executions");
        builder.Property(record => record.Id).ValueGeneratedNever();

        // Holds all that lists are filtered by and health is computed from: a row is read when it is shown, and never to be passed over.
        builder
            .HasIndex(record => new
            {
                record.ConnectorId,
                record.Id,
                record.StartedAt,
                record.IsSuccess,
                record.HttpStatus,
                record.ErrorType,
                record.Source,
                record.HttpDurationMicroseconds,
                record.ResponseBytes,
            })
            .HasDatabaseName("IX_Executions_ConnectorId_Id");

        // Holds all that usage counts and retention look at, so that neither reads a row, and with it the bodies.
        builder.HasIndex(record => new
        {
            record.StartedAt,
            record.ConnectorId,
            record.IsSuccess,
        });
    }
}
