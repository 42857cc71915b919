using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Messaging;

/// <summary>Ends a session, as when somebody signs out.</summary>
public sealed class EndSession(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    PersonStreams streams
)
{
    /// <summary>Ends it, and what it still listens to. What was said stays.</summary>
    public async Task RunAsync(long sessionId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context
            .Set<MessengerSession>()
            .Where(session => session.Id == sessionId)
            .ExecuteDeleteAsync(cancellationToken);
        streams.End(sessionId);
    }
}
