using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Alerts;
using DataConnectors.Core.Events;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Writes what subscribers learn of live executions into the transaction of their records: one event each, without bodies, and the
/// alerts that follow from them. Bound to one connection and so to one thread, the recorder's.
/// </summary>
internal sealed class ExecutionEvents : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly IEventInterest interest;
    private readonly AlertWriter alerts;
    private readonly IdGenerator ids;
    private readonly DataConnectorsDbContext context;
    private readonly OutboxInsert outbox;
    private readonly AlertStatements streaks;
    private readonly ArrayBufferWriter<byte> buffer = new(initialCapacity: 1024);
    private readonly Utf8JsonWriter writer;
    private string workspaceCode = "";

    public ExecutionEvents(
        IEventInterest interest,
        AlertWriter alerts,
        IdGenerator ids,
        DataConnectorsDbContext context
    )
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        this.interest = interest;
        this.alerts = alerts;
        this.ids = ids;
        this.context = context;
        outbox = new OutboxInsert(context.Model, connection);
        streaks = new AlertStatements(connection);
        writer = new Utf8JsonWriter(buffer, Options);
    }

    /// <summary>Writes the events of a group in the transaction that is open on the connection.</summary>
    public void Write(SqliteTransaction transaction, IReadOnlyList<PendingExecution> group)
    {
        if (interest.Wants(EventTopics.ExecutionCompleted))
        {
            var workspace = WorkspaceCode();
            foreach (var pending in group)
            {
                Fill(pending.Result, workspace);
                outbox.Run(
                    ids.Next(),
                    EventTopics.ExecutionCompleted,
                    buffer.WrittenSpan,
                    EndOf(pending.Result)
                );
            }
        }

        alerts.Note(streaks, transaction, outbox, group.Select(pending => RunOf(pending.Result)));
    }

    public void Dispose()
    {
        outbox.Dispose();
        streaks.Dispose();
        writer.Dispose();
    }

    private static AlertRun RunOf(ExecutionResult result) =>
        new(
            result.ConnectorId,
            result.ConnectorName,
            result.Failure is { } failure ? NameOf(failure.Type) : null,
            EndOf(result)
        );

    private static DateTimeOffset EndOf(ExecutionResult result) =>
        result.StartedAt + result.Duration;

    // The original's webhooks spell this one out, unlike its API.
    private static string NameOf(ErrorType type) =>
        type == ErrorType.ThirdParty ? "third_party_error" : type.ToWire();

    private void Fill(ExecutionResult result, string workspace)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "data_connector.execution"u8);
        WriteId("id"u8, result.Id);
        writer.WriteString("app_id"u8, workspace);
        WriteId("action_id"u8, result.ConnectorId);
        writer.WriteString("action_name"u8, result.ConnectorName);
        writer.WriteBoolean("success"u8, result.IsSuccess);
        writer.WriteNumber("http_status"u8, result.Response?.Status ?? 0);
        writer.WriteString(
            "error_type"u8,
            result.Failure is { } failure ? NameOf(failure.Type) : null
        );
        writer.WriteNumber("execution_time_ms"u8, (long)result.Duration.TotalMilliseconds);
        WriteInstant("completed_at"u8, EndOf(result));
        writer.WriteString("source_type"u8, result.Source.ToWire());
        WriteId("source_id"u8, id: null);
        WriteId("conversation_id"u8, result.ConversationId);
        WriteId("user_id"u8, result.PersonId);
        WriteId("admin_id"u8, id: null);
        writer.WriteEndObject();
        writer.Flush();
    }

    // A reader that counts in doubles would lose digits of a number.
    private void WriteId(ReadOnlySpan<byte> name, long? id)
    {
        if (id is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteString(name, digits[..length]);
    }

    private void WriteInstant(ReadOnlySpan<byte> name, DateTimeOffset instant)
    {
        Span<byte> text = stackalloc byte[32];
        instant.UtcDateTime.TryFormat(
            text,
            out var length,
            EventInstant.Format,
            CultureInfo.InvariantCulture
        );
        writer.WriteString(name, text[..length]);
    }

    private string WorkspaceCode()
    {
        if (workspaceCode.Length == 0)
        {
            workspaceCode =
                context.Set<WorkspaceSettings>().AsNoTracking().SingleOrDefault()?.IdCode ?? "";
        }

        return workspaceCode;
    }
}
