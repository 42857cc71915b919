using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Knows personal access tokens when they are sent.</summary>
public sealed class PersonalAccessTokens(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>What the token is good for; null when it is none, has expired, or its teammate is gone.</summary>
    /// <param name="hash">Its <see cref="AccessTokenText.HashOf"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AccessGrant?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from token in context.Set<PersonalAccessToken>().AsNoTracking()
            join teammate in context.Set<Teammate>() on token.TeammateId equals teammate.Id
            where token.Hash == hash
            select new
            {
                token.Scopes,
                token.ExpiresAt,
                teammate.Id,
                teammate.Name,
                teammate.CanAccessDeveloperHub,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is null || found.ExpiresAt <= clock.GetUtcNow()
            ? null
            : new AccessGrant(
                new Actor(found.Id, found.Name, found.CanAccessDeveloperHub),
                AppId: null,
                found.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                found.ExpiresAt
            );
    }
}
