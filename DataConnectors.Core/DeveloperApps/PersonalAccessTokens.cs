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
    /// <summary>How exact the time of the last use is: written at most once in this time.</summary>
    public static readonly TimeSpan UsePrecision = TimeSpan.FromMinutes(1);

    /// <summary>What the token is good for, having noted its use; null when it is none, has expired, or its teammate is gone.</summary>
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
                TokenId = token.Id,
                token.Scopes,
                token.ExpiresAt,
                token.LastUsedAt,
                teammate.Id,
                teammate.Name,
                teammate.CanAccessDeveloperHub,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (found is null || found.ExpiresAt <= now)
        {
            return null;
        }

        if (found.LastUsedAt is null || now - found.LastUsedAt >= UsePrecision)
        {
            await context
                .Set<PersonalAccessToken>()
                .Where(token => token.Id == found.TokenId)
                .ExecuteUpdateAsync(
                    token => token.SetProperty(row => row.LastUsedAt, now),
                    cancellationToken
                );
        }

        return new AccessGrant(
            new Actor(found.Id, found.Name, found.CanAccessDeveloperHub),
            AppId: null,
            StoredList.Scopes(found.Scopes),
            found.ExpiresAt
        )
        {
            CallerId = found.TokenId,
        };
    }
}
