using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Logs;

/// <summary>Deletes execution results that are older than the retention: a minute after the start, then every hour.</summary>
public sealed class LogRetention(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IOptions<LogOptions> options,
    TimeProvider clock,
    ILogger<LogRetention> logger
) : BackgroundService
{
    // A delete holds the only writer's lock, so it is kept to a few milliseconds with pauses for others between.
    private const int BatchSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan StartDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes everything that is too old now; returns how many.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        var deleted = 0;
        while (true)
        {
            await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
            {
                var records = context.Set<ExecutionRecord>();
                var batch = records
                    .Where(record => record.StartedAt < before)
                    .OrderBy(record => record.StartedAt)
                    .Select(record => record.Id)
                    .Take(BatchSize);
                var count = await records
                    .Where(record => batch.Contains(record.Id))
                    .ExecuteDeleteAsync(cancellationToken);
                deleted += count;
                if (count < BatchSize)
                {
                    return deleted;
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The schema may still be on its way, and the start has better things to do.
        await Task.Delay(StartDelay, clock, stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var deleted = await PurgeAsync(stoppingToken);
                if (deleted > 0)
                {
                    logger.LogInformation("Deleted {Count} execution results by age", deleted);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(
                    exception,
                    "Old execution results could not be deleted; trying again in an hour"
                );
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
