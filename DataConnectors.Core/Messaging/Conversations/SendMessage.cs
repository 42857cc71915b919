using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Messaging;

/// <summary>Takes a message from the Messenger and lets Fin begin its answer. What a browser sends twice is stored and answered once.</summary>
public sealed class SendMessage(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    FinConversations messenger,
    AnswerInBackground answers
)
{
    /// <summary>The message as stored, now or when it came first. Invalid at <c>message</c>; not found for a conversation of somebody else.</summary>
    /// <param name="session">Who writes, and whether that is proven.</param>
    /// <param name="conversationId">The conversation; null begins one.</param>
    /// <param name="text">What they wrote.</param>
    /// <param name="clientId">The id that the browser made for it.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<ConversationMessage, Fault>> RunAsync(
        MessengerSession session,
        long? conversationId,
        string text,
        Guid clientId,
        CancellationToken cancellationToken
    )
    {
        var id = clientId.ToString("D");
        if (await FindAsync(id, session.PersonId, cancellationToken) is { } before)
        {
            return before;
        }

        try
        {
            var outcome = await messenger.ReceiveAsync(
                new IncomingMessage(conversationId, session.PersonId, text, session.IsVerified)
                {
                    ClientId = id,
                },
                cancellationToken
            );
            if (!outcome.TryGet(out var received, out var fault))
            {
                return fault;
            }

            answers.Begin(received);
            return received.Message;
        }
        catch (DbUpdateException)
        {
            // The same message came twice at the same moment.
            if (await FindAsync(id, session.PersonId, cancellationToken) is { } other)
            {
                return other;
            }

            throw;
        }
    }

    /// <summary>What was stored under the id; a fault when it is a message of somebody else, null when there is none.</summary>
    private async Task<Outcome<ConversationMessage, Fault>?> FindAsync(
        string clientId,
        long personId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context
            .Set<ConversationMessage>()
            .AsNoTracking()
            .FirstOrDefaultAsync(message => message.ClientId == clientId, cancellationToken);
        if (stored is null)
        {
            return null;
        }

        var isOwn = await context
            .Set<Conversation>()
            .AnyAsync(
                conversation =>
                    conversation.Id == stored.ConversationId && conversation.PersonId == personId,
                cancellationToken
            );
        return isOwn ? stored : Fault.Conflict("Another message has this client_id.");
    }
}
