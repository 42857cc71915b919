using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Execution;

/// <summary>Tells observers, and keeps the failure of one from the run and from the others.</summary>
internal sealed class ExecutionObservers(ILogger<ExecutionObservers> logger)
{
    private static readonly Task<bool> Noted = Task.FromResult(true);

    /// <summary>True when every observer has taken note.</summary>
    public Task<bool> TellAsync(
        IReadOnlyList<IExecutionObserver> observers,
        ExecutionResult result
    ) =>
        observers.Count switch
        {
            0 => Noted,
            1 => TellAsync(observers[0], result),
            _ => TellAllAsync(observers, result),
        };

    private async Task<bool> TellAllAsync(
        IReadOnlyList<IExecutionObserver> observers,
        ExecutionResult result
    ) =>
        Array.TrueForAll(
            await Task.WhenAll(observers.Select(observer => TellAsync(observer, result))),
            hasNoted => hasNoted
        );

    private async Task<bool> TellAsync(IExecutionObserver observer, ExecutionResult result)
    {
        try
        {
            await observer.OnCompletedAsync(result);
            return true;
        }
        catch (Exception exception)
        {
            logger.LogError(
                exception,
                "{Observer} failed on execution {ExecutionId}",
                observer.GetType().Name,
                result.Id
            );
            return false;
        }
    }
}
