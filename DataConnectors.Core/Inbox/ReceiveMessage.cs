using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>A message that is stored and waits for its answer.</summary>
/// <param name="ConversationId">The conversation, new or old.</param>
/// <param name="Message">The message as stored.</param>
/// <param name="IsForFin">Whether Fin is to answer; otherwise the team does.</param>
public sealed record ReceivedMessage(
    long ConversationId,
    ConversationMessage Message,
    bool IsForFin
);

/// <summary>Stores what a person wrote, before anybody answers it, so that a crash in mid-answer loses no message.</summary>
public sealed class ReceiveMessage(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationChanges changes,
    Outbox outbox,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The stored message; not found when the person has no such conversation. A closed conversation is opened again.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="personId">Who writes.</param>
    /// <param name="text">What they wrote.</param>
    /// <param name="isVerified">Whether it is proven that they did.</param>
    /// <param name="clientId">The id that the sending program made for the message; null for none. Storing it twice is a database fault.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<ReceivedMessage, Fault>> RunAsync(
        long conversationId,
        long personId,
        string text,
        bool isVerified,
        string? clientId,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var conversation = await context
            .Set<Conversation>()
            .FirstOrDefaultAsync(
                candidate => candidate.Id == conversationId && candidate.PersonId == personId,
                cancellationToken
            );
        if (conversation is null)
        {
            return Fault.NotFound("conversation");
        }

        conversation.ComeBack();
        if (conversation.State == ConversationState.Closed)
        {
            conversation.State = ConversationState.Open;
            context.Add(
                new ConversationEvent
                {
                    Id = ids.Next(),
                    ConversationId = conversationId,
                    Kind = ConversationEventKind.Reopened,
                    CreatedAt = now,
                }
            );
        }

        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = MessageAuthor.Person,
            Text = text,
            IsVerified = isVerified,
            ClientId = clientId,
            CreatedAt = now,
        };
        conversation.Take(message);
        context.Add(message);
        if (conversation.IsFinInCharge)
        {
            conversation.PendingMessageId = message.Id;
        }

        outbox.Add(
            context,
            EventTopics.ConversationReplied,
            () => ConversationItem.Of(conversationId, conversation.StartedAt, personId, message)
        );
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Announce(EventTopics.ConversationReplied);
        changes.Publish(new ConversationChange.MessageAdded(conversationId, message));
        return new ReceivedMessage(conversationId, message, conversation.IsFinInCharge);
    }
}
