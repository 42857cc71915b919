namespace DataConnectors.Core.Execution;

/// <summary>Told of every finished live execution. None can hurt the run or another observer.</summary>
public interface IExecutionObserver
{
    /// <summary>
    /// Whether so much waits to be noted already that whoever can refuse work should begin no more. What is begun all the same is noted
    /// like the rest.
    /// </summary>
    bool IsExhausted => false;

    /// <summary>
    /// Takes note of <paramref name="result"/>. The task ends when the note is durable; the executor does not wait for it, a caller
    /// that promises the result to somebody does.
    /// </summary>
    Task OnCompletedAsync(ExecutionResult result);
}
