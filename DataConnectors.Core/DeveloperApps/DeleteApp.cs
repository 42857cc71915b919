using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Deletes an app with its secrets, and every token it was given.</summary>
public sealed class DeleteApp(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AccessGrantCache grants
)
{
    /// <summary>Done: its tokens are refused from now on.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        // The database deletes what belongs to it along with it.
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deleted = await context
            .Set<DeveloperApp>()
            .Where(app => app.Id == appId)
            .ExecuteDeleteAsync(cancellationToken);
        grants.Forget();
        return deleted == 0 ? Fault.NotFound("app") : Done.Instance;
    }
}
