using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Messaging;

/// <summary>A session that is open.</summary>
/// <param name="Session">The session.</param>
/// <param name="Token">What the browser proves it with from now on; null when the one it has stays good.</param>
public sealed record OpenedSession(MessengerSession Session, SecretText? Token);

/// <summary>
/// Opens the Messenger in a browser: for a visitor, or for whoever a user token vouches for. Who was a visitor there until then becomes that user,
/// with their history; the visitor's session is over.
/// </summary>
public sealed class OpenSession(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    UserTokens userTokens,
    AddVisitor addVisitor,
    IdentifyPerson identifyPerson,
    ConversationQueries conversations,
    ConversationChanges changes,
    PersonStreams streams,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>How long a user is known in a browser without another user token: 24 h.</summary>
    public static readonly TimeSpan UserLifetime = TimeSpan.FromHours(24);

    /// <summary>How long a visitor is: 90 days.</summary>
    public static readonly TimeSpan VisitorLifetime = TimeSpan.FromDays(90);

    /// <summary>The session, new or old; or why the user token is not accepted, and then nothing changed.</summary>
    /// <param name="userToken">Who it is; null for a visitor.</param>
    /// <param name="current">The session the browser has; null for none.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<OpenedSession, UserTokenRefusal>> RunAsync(
        string? userToken,
        MessengerSession? current,
        CancellationToken cancellationToken
    )
    {
        if (userToken is null)
        {
            return current is not null
                ? new OpenedSession(current, Token: null)
                : await AddAsync(
                    await addVisitor.RunAsync(cancellationToken),
                    isVerified: false,
                    cancellationToken
                );
        }

        if (
            !(await userTokens.VerifyAsync(userToken, cancellationToken)).TryGet(
                out var identity,
                out var refusal
            )
        )
        {
            return refusal;
        }

        var formerId = current is { IsVerified: false } visitor ? visitor.PersonId : (long?)null;
        var personId = await identifyPerson.RunAsync(identity, formerId, cancellationToken);
        if (current is { IsVerified: true } && current.PersonId == personId)
        {
            return await ProlongAsync(current, cancellationToken);
        }

        await EndOthersAsync(current, formerId, personId, cancellationToken);
        if (formerId is not null)
        {
            await TellOfMoveAsync(personId, cancellationToken);
        }

        return await AddAsync(personId, isVerified: true, cancellationToken);
    }

    private async Task<OpenedSession> AddAsync(
        long personId,
        bool isVerified,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var token = SessionToken.New();
        var session = new MessengerSession
        {
            Id = ids.Next(),
            TokenHash = SessionToken.HashOf(token),
            PersonId = personId,
            IsVerified = isVerified,
            CreatedAt = now,
            ExpiresAt = now + (isVerified ? UserLifetime : VisitorLifetime),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(session);
        await context.SaveChangesAsync(cancellationToken);
        return new OpenedSession(session, token);
    }

    private async Task<OpenedSession> ProlongAsync(
        MessengerSession session,
        CancellationToken cancellationToken
    )
    {
        session.ExpiresAt = clock.GetUtcNow() + UserLifetime;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context
            .Set<MessengerSession>()
            .Where(stored => stored.Id == session.Id)
            .ExecuteUpdateAsync(
                update => update.SetProperty(stored => stored.ExpiresAt, session.ExpiresAt),
                cancellationToken
            );
        return new OpenedSession(session, Token: null);
    }

    /// <summary>Ends this browser's session, and those that saw the visitor's conversations without proof of who the visitor is now.</summary>
    private async Task EndOthersAsync(
        MessengerSession? current,
        long? formerId,
        long personId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var over = context
            .Set<MessengerSession>()
            .Where(session =>
                (current != null && session.Id == current.Id)
                || (
                    !session.IsVerified
                    && (session.PersonId == formerId || session.PersonId == personId)
                )
            );
        var ended = await over.Select(session => session.Id).ToListAsync(cancellationToken);
        await over.ExecuteDeleteAsync(cancellationToken);
        ended.ForEach(streams.End);
    }

    private async Task TellOfMoveAsync(long personId, CancellationToken cancellationToken)
    {
        foreach (
            var conversation in await conversations.ListForPersonAsync(personId, cancellationToken)
        )
        {
            changes.Publish(new ConversationChange.Updated(conversation.Id));
        }
    }
}
