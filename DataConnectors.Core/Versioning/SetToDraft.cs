using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Versioning;

/// <summary>Takes a live connector away from customers. Its versions and its draft stay.</summary>
public sealed class SetToDraft(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConnectorUsers users,
    TimeProvider clock
)
{
    /// <summary>Done, also when it was in draft already; a fault that says so while something uses it.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        if (await users.FindObstacleAsync(connectorId, cancellationToken) is { } inUse)
        {
            return inUse;
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await context
            .Set<Connector>()
            .Where(connector => connector.Id == connectorId)
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(connector => connector.State, ConnectorState.Draft)
                        .SetProperty(connector => connector.LiveVersionId, (long?)null)
                        .SetProperty(connector => connector.LiveVersionNumber, (int?)null)
                        .SetProperty(connector => connector.PublishedRevision, (long?)null)
                        .SetProperty(connector => connector.UpdatedAt, now),
                cancellationToken
            );
        return changed == 0 ? Fault.NotFound("data connector") : Done.Instance;
    }
}
