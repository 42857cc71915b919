using System.Text;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Tells what the log shows of an execution without reading it back: the row is written as the recorder writes it, with the same
/// masks, and read from memory.
/// </summary>
public static class WrittenExecution
{
    // A row is for one thread and its buffer is worth keeping.
    [ThreadStatic]
    private static ExecutionRow? row;

    /// <summary>What <see cref="ListExecutionResults"/> gives for the execution once it is recorded, with its bodies.</summary>
    public static ExecutionResultSummary Of(ExecutionResult result)
    {
        row ??= new ExecutionRow();
        row.FillShown(result);
        var raw = Text(row.RawResponse);
        return new ExecutionResultSummary(
            result.Id,
            result.ConnectorId,
            result.VersionNumber,
            result.StartedAt,
            Text(row.Source)!,
            result.ConversationId,
            result.IsSuccess,
            result.Response?.Status,
            Text(row.ErrorType),
            Text(row.ErrorMessage),
            TimeSpan.FromMicroseconds(ExecutionRow.Microseconds(result.Duration)),
            Text(row.Method),
            Text(row.Url)
        )
        {
            Bodies = new ExecutionBodies(
                Text(row.RequestBody),
                StoredExecution.Shaped(Text(row.ShapedResponse), raw),
                raw
            ),
        };
    }

    private static string? Text(StoredText text) =>
        text.IsNull ? null : Encoding.UTF8.GetString(row!.Utf8Of(text));
}
