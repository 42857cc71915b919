using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>How often a connector ran.</summary>
/// <param name="Runs">All executions.</param>
/// <param name="Successes">Those that completed with a 2xx answer.</param>
public sealed record Usage(int Runs, int Successes)
{
    /// <summary>A connector that did not run.</summary>
    public static Usage None { get; } = new(0, 0);

    /// <summary>0–1; null when it did not run.</summary>
    public double? SuccessRate => Runs == 0 ? null : (double)Successes / Runs;
}

/// <summary>Counts the executions of many connectors in one statement.</summary>
public sealed class ConnectorUsage(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>How far back it counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>Usage over the last seven days by connector; a connector that did not run is absent.</summary>
    public async Task<IReadOnlyDictionary<long, Usage>> RunAsync(
        IReadOnlyCollection<long> connectorIds,
        CancellationToken cancellationToken
    )
    {
        var since = clock.GetUtcNow() - Window;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<ExecutionRecord>()
            .Where(record => record.StartedAt >= since && connectorIds.Contains(record.ConnectorId))
            .GroupBy(record => record.ConnectorId)
            .Select(runs => new
            {
                ConnectorId = runs.Key,
                Runs = runs.Count(),
                Successes = runs.Count(record => record.IsSuccess),
            })
            .ToDictionaryAsync(
                row => row.ConnectorId,
                row => new Usage(row.Runs, row.Successes),
                cancellationToken
            );
    }
}
