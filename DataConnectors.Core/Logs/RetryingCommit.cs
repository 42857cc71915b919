using DataConnectors.Core.Execution;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Commits a group, however often it takes. A full disk, a lock or an unreadable file passes, so it is tried until it does; a
/// record that the database refuses for what it is (a broken constraint, a defect of ours) must not hold up the others for
/// ever, so after a few tries the records go one by one, and the one at fault is reported and left out.
/// </summary>
internal sealed class RetryingCommit(ExecutionWriter writer, TimeProvider clock, ILogger logger)
{
    private const int TriesBeforeBlame = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The executions whose records are durable now, each with its task ended.</summary>
    public IReadOnlyList<ExecutionResult> Run(
        IReadOnlyList<PendingExecution> group,
        CancellationToken giveUp
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                writer.Commit(group);
                return Complete(group);
            }
            catch (Exception exception) when (!IsBlamed(exception, attempt))
            {
                logger.LogError(
                    exception,
                    "{Count} executions could not be recorded (attempt {Attempt}); runs go on, and it is tried again",
                    group.Count,
                    attempt
                );
                if (!Pause(attempt, giveUp))
                {
                    return [];
                }
            }
            catch (Exception exception)
            {
                if (group.Count > 1)
                {
                    return [.. group.SelectMany(pending => Run([pending], giveUp))];
                }

                logger.LogError(
                    exception,
                    "Execution {ExecutionId} is left out of the log: the database refuses it",
                    group[0].Result.Id
                );
                group[0].Refuse(exception);
                return [];
            }
        }
    }

    private static ExecutionResult[] Complete(IReadOnlyList<PendingExecution> group)
    {
        var results = new ExecutionResult[group.Count];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = group[index].Result;
            group[index].Complete();
        }

        return results;
    }

    private static bool IsBlamed(Exception exception, int attempt) =>
        attempt >= TriesBeforeBlame && DatabaseRefusal.IsForGood(exception);

    /// <summary>False when it is time to give up instead.</summary>
    private bool Pause(int attempt, CancellationToken giveUp)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt - 1, 10));
        if (pause > LongestPause)
        {
            pause = LongestPause;
        }

        try
        {
            Task.Delay(pause, clock, giveUp).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
