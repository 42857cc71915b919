using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Messaging;

/// <summary>Deletes the sessions that are over.</summary>
internal sealed class ForgetSessions(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock,
    ILogger<ForgetSessions> logger
) : PeriodicWork(TimeSpan.FromMinutes(7), TimeSpan.FromHours(6), clock, logger)
{
    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context
            .Set<MessengerSession>()
            .Where(session => session.ExpiresAt <= now)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
