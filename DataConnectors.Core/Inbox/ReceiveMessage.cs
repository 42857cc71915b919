using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Stores what a person wrote, before anybody answers it, so that a crash in mid-answer loses no message.</summary>
public sealed class ReceiveMessage(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    Outbox outbox,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The message's id; not found when the person has no such conversation.</summary>
    public async Task<Outcome<long, Fault>> RunAsync(
        long conversationId,
        long personId,
        string text,
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

        conversation.UpdatedAt = now;

        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = MessageAuthor.Person,
            Text = text,
            CreatedAt = now,
        };
        context.Add(message);
        outbox.Add(
            context,
            EventTopics.ConversationReplied,
            () => ConversationItem.Of(conversationId, conversation.StartedAt, personId, message)
        );
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Announce(EventTopics.ConversationReplied);
        return message.Id;
    }
}
