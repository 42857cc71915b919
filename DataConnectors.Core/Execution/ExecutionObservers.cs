using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Execution;

/// <summary>Tells observers, and keeps the failure of one from the run and from the others.</summary>
internal sealed class ExecutionObservers(ILogger<ExecutionObservers> logger)
{
    public Task TellAsync(IReadOnlyList<IExecutionObserver> observers, ExecutionResult result) =>
        observers.Count switch
        {
            0 => Task.CompletedTask,
            1 => TellAsync(observers[0], result),
            _ => Task.WhenAll(observers.Select(observer => TellAsync(observer, result))),
        };

    private async Task TellAsync(IExecutionObserver observer, ExecutionResult result)
    {
        try
        {
            await observer.OnCompletedAsync(result);
        }
        catch (Exception exception)
        {
            logger.LogError(
                exception,
                "{Observer} failed on execution {ExecutionId}",
                observer.GetType().Name,
                result.Id
            );
        }
    }
}
