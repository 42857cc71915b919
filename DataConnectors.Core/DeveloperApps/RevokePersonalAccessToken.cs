using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Ends a personal access token for good.</summary>
public sealed class RevokePersonalAccessToken(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AccessGrantCache grants
)
{
    /// <summary>Done: it is refused from now on. Teammates revoke their own only.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long tokenId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var deleted = await context
            .Set<PersonalAccessToken>()
            .Where(token => token.Id == tokenId && token.TeammateId == actor.TeammateId)
            .ExecuteDeleteAsync(cancellationToken);
        grants.Forget();
        return deleted == 0 ? Fault.NotFound("access token") : Done.Instance;
    }
}
