using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Says for whom an app acts, and what it may.</summary>
public sealed class AppGrants(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The teammate as an actor; null when there is none of this id.</summary>
    public async Task<Actor?> FindActorAsync(long teammateId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Teammate>()
            .Where(teammate => teammate.Id == teammateId)
            .Select(teammate => new Actor(
                teammate.Id,
                teammate.Name,
                teammate.CanAccessDeveloperHub
            ))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What an app may do by itself: in the name of the teammate who made it. Null when either is gone.</summary>
    public async Task<AccessGrant?> FindOwnAsync(
        string clientId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var makerId = await context
            .Set<DeveloperApp>()
            .Where(app => app.ClientId == clientId)
            .Select(app => (long?)app.CreatedById)
            .FirstOrDefaultAsync(cancellationToken);
        return makerId is null
            ? null
            : await FindAsync(clientId, makerId.Value, expiresAt: null, cancellationToken);
    }

    /// <summary>What an app may do in the name of a teammate: the scopes it may ask for now. Null when either is gone.</summary>
    public async Task<AccessGrant?> FindAsync(
        string clientId,
        long teammateId,
        DateTimeOffset? expiresAt,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from app in context.Set<DeveloperApp>()
            from teammate in context.Set<Teammate>()
            where app.ClientId == clientId && teammate.Id == teammateId
            select new
            {
                AppId = app.Id,
                app.Scopes,
                teammate.Id,
                teammate.Name,
                teammate.CanAccessDeveloperHub,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new AccessGrant(
                new Actor(found.Id, found.Name, found.CanAccessDeveloperHub),
                found.AppId,
                StoredList.Scopes(found.Scopes),
                expiresAt
            );
    }
}
