using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>A finished execution on its way into the database.</summary>
internal sealed class PendingExecution(ExecutionResult result)
{
    // Whoever waits goes on with its own thread: the recorder has the next group to write.
    private readonly TaskCompletionSource completion = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public ExecutionResult Result => result;

    /// <summary>Ends when the record is durable.</summary>
    public Task Durable => completion.Task;

    /// <summary>Says that the record is durable.</summary>
    public void Complete() => completion.SetResult();

    /// <summary>Says that the database will never take the record.</summary>
    public void Refuse(Exception reason) => completion.SetException(reason);
}
