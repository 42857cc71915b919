using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Kernel;

/// <summary>
/// Work that comes again as long as the server runs. It first waits: the schema may still be on its way, and the start has better things to
/// do. A time that fails is logged, and the next one comes all the same.
/// </summary>
/// <param name="startDelay">From the start to the first time.</param>
/// <param name="interval">From one time to the next.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="logger">Is told of failures.</param>
public abstract class PeriodicWork(
    TimeSpan startDelay,
    TimeSpan interval,
    TimeProvider clock,
    ILogger logger
) : BackgroundService
{
    /// <summary>Tells the time.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Does the work once.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(startDelay, Clock, stoppingToken);
        using var timer = new PeriodicTimer(interval, Clock);
        do
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(
                    exception,
                    "{Work} failed; it is tried again in {Interval}",
                    GetType().Name,
                    interval
                );
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
