using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Ends the old client secret before its time.</summary>
public sealed class RevokeOldSecret(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done: only the current secret is accepted from now on. Access tokens that the app has stay good.</summary>
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

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var revoked = await context
            .Set<AppSecret>()
            .Where(secret => secret.AppId == appId && secret.ExpiresAt != null)
            .ExecuteDeleteAsync(cancellationToken);
        return revoked == 0 ? Fault.NotFound("old secret") : Done.Instance;
    }
}
