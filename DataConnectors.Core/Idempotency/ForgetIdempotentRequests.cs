using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Idempotency;

/// <summary>Deletes requests whose keys are no longer remembered: a minute after the start, then every hour.</summary>
public sealed class ForgetIdempotentRequests(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock,
    ILogger<ForgetIdempotentRequests> logger
) : PeriodicWork(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), clock, logger)
{
    // A delete holds the only writer's lock, so it is kept short.
    private const int BatchSize = 200;

    /// <summary>Deletes everything that is too old now; returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = Clock.GetUtcNow() - IdempotentRequests.Lifetime;
        var deleted = 0;
        int count;
        do
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var requests = context.Set<IdempotentRequest>();
            var batch = requests
                .Where(request => request.StartedAt <= before)
                .OrderBy(request => request.StartedAt)
                .Select(request => request.Id)
                .Take(BatchSize);
            count = await requests
                .Where(request => batch.Contains(request.Id))
                .ExecuteDeleteAsync(cancellationToken);
            deleted += count;
        } while (count == BatchSize);

        return deleted;
    }

    /// <inheritdoc/>
    protected override Task WorkAsync(CancellationToken cancellationToken) =>
        RunAsync(cancellationToken);
}
