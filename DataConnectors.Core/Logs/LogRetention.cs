using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Logs;

/// <summary>Deletes what is older than the retention, from every table that says so: a minute after the start, then every hour.</summary>
public sealed class LogRetention : PeriodicWork
{
    // A delete holds the only writer's lock, so it is kept to a few milliseconds with pauses for others between.
    private const int BatchSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly IDbContextFactory<DataConnectorsDbContext> contexts;
    private readonly IReadOnlyList<IAgedRows> tables;
    private readonly IOptions<LogOptions> options;
    private readonly ILogger<LogRetention> logger;

    internal LogRetention(
        IDbContextFactory<DataConnectorsDbContext> contexts,
        IEnumerable<IAgedRows> tables,
        IOptions<LogOptions> options,
        TimeProvider clock,
        ILogger<LogRetention> logger
    )
        : base(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), clock, logger)
    {
        this.contexts = contexts;
        this.tables = [.. tables];
        this.options = options;
        this.logger = logger;
    }

    /// <summary>Deletes everything that is too old now; returns how many rows.</summary>
    public async Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var table in tables)
        {
            var count = await PurgeAsync(table, cancellationToken);
            deleted += count;
            if (count > 0)
            {
                logger.LogInformation("Deleted {Count} {Rows} by age", count, table.Name);
            }
        }

        return deleted;
    }

    /// <inheritdoc/>
    protected override Task WorkAsync(CancellationToken cancellationToken) =>
        PurgeAsync(cancellationToken);

    private async Task<int> PurgeAsync(IAgedRows table, CancellationToken cancellationToken)
    {
        var before = Clock.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        var deleted = 0;
        while (true)
        {
            await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
            {
                var count = await table.DeleteAsync(context, before, BatchSize, cancellationToken);
                deleted += count;
                if (count < BatchSize)
                {
                    return deleted;
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
