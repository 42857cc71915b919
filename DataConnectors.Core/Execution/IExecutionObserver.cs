namespace DataConnectors.Core.Execution;

/// <summary>Told of every finished live execution. None can hurt the run or another observer.</summary>
public interface IExecutionObserver
{
    /// <summary>
    /// Takes note of <paramref name="result"/>. The task ends when the note is durable; the executor does not wait for it, a caller
    /// that promises the result to somebody does.
    /// </summary>
    Task OnCompletedAsync(ExecutionResult result);
}
