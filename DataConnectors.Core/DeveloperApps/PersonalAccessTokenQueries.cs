using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>A personal access token as its teammate sees it, without its text.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">What the teammate calls it.</param>
/// <param name="Scopes">What it is good for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it stops being accepted; null for never.</param>
/// <param name="HasExpired">Whether that is past.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; null when never.</param>
public sealed record PersonalAccessTokenSummary(
    long Id,
    string Name,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    bool HasExpired,
    DateTimeOffset? LastUsedAt
);

/// <summary>Reads the personal access tokens of a teammate.</summary>
public sealed class PersonalAccessTokenQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>The teammate's own tokens, newest first, those that have expired too.</summary>
    public async Task<Outcome<IReadOnlyList<PersonalAccessTokenSummary>, Fault>> ListAsync(
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tokens = await context
            .Set<PersonalAccessToken>()
            .AsNoTracking()
            .Where(token => token.TeammateId == actor.TeammateId)
            .OrderByDescending(token => token.Id)
            .ToListAsync(cancellationToken);
        return tokens.ConvertAll(token => new PersonalAccessTokenSummary(
            token.Id,
            token.Name,
            StoredList.Scopes(token.Scopes),
            token.CreatedAt,
            token.ExpiresAt,
            token.ExpiresAt <= now,
            token.LastUsedAt
        ));
    }
}
