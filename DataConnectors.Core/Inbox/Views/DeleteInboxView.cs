using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>Deletes a view: one's own, or one that is shared. Conversations stay.</summary>
public sealed class DeleteInboxView(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done; not found also where it is somebody else's own.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long viewId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deleted = await context
            .Set<InboxView>()
            .Where(view => view.Id == viewId && (view.IsShared || view.OwnerId == actor.TeammateId))
            .ExecuteDeleteAsync(cancellationToken);
        return deleted == 0 ? Fault.NotFound("view") : Done.Instance;
    }
}
