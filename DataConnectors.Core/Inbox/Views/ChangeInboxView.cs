using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>Changes a view: one's own, or one that is shared. Only its owner says whether it is.</summary>
public sealed class ChangeInboxView(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done; not found also where it is somebody else's own.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long viewId,
        InboxViewDetails details,
        CancellationToken cancellationToken
    )
    {
        if (details.FindProblems() is { Count: > 0 } problems)
        {
            return Fault.Invalid(problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var view = await context
            .Set<InboxView>()
            .FirstOrDefaultAsync(candidate => candidate.Id == viewId, cancellationToken);
        if (view is null || !view.IsVisibleTo(actor))
        {
            return Fault.NotFound("view");
        }

        view.Name = details.Name.Trim();
        view.Filter = details.Filter;
        if (view.OwnerId == actor.TeammateId)
        {
            view.IsShared = details.IsShared;
        }

        await context.SaveChangesAsync(cancellationToken);
        return Done.Instance;
    }
}
