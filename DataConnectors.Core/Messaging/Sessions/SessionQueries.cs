using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Messaging;

/// <summary>Finds sessions.</summary>
public sealed class SessionQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>The session that a browser proves with its token; null when there is none, or it is over.</summary>
    public Task<MessengerSession?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SessionToken.HashOf(token);
        return FindAsync(session => session.TokenHash == hash, cancellationToken);
    }

    /// <summary>Whether a session is not over.</summary>
    public async Task<bool> IsOpenAsync(long sessionId, CancellationToken cancellationToken) =>
        await FindAsync(session => session.Id == sessionId, cancellationToken) is not null;

    private async Task<MessengerSession?> FindAsync(
        System.Linq.Expressions.Expression<Func<MessengerSession, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<MessengerSession>()
            .AsNoTracking()
            .Where(which)
            .Where(session => session.ExpiresAt > now)
            // What a user said is shown to those who proved to be that user only.
            .Where(session =>
                context
                    .Set<Person>()
                    .Any(person =>
                        person.Id == session.PersonId
                        && (session.IsVerified || person.Role != PersonRole.User)
                    )
            )
            .FirstOrDefaultAsync(cancellationToken);
    }
}
