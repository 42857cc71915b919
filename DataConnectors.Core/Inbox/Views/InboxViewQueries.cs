using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>Reads the views that teammates made.</summary>
public sealed class InboxViewQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Those that a teammate sees, by name.</summary>
    public async Task<IReadOnlyList<InboxView>> ListAsync(
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var views = await context
            .Set<InboxView>()
            .AsNoTracking()
            .Where(view => view.IsShared || view.OwnerId == actor.TeammateId)
            .ToListAsync(cancellationToken);
        return
        [
            .. views
                .OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(view => view.Id),
        ];
    }
}
