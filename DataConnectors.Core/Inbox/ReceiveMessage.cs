using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Stores what a person wrote, before anybody answers it, so that a crash in mid-answer loses no message.</summary>
public sealed class ReceiveMessage(
    IDbContextFactory<DataConnectorsDbContext> contexts,
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
        var updated = await context
            .Set<Conversation>()
            .Where(conversation =>
                conversation.Id == conversationId && conversation.PersonId == personId
            )
            .ExecuteUpdateAsync(
                update => update.SetProperty(conversation => conversation.UpdatedAt, now),
                cancellationToken
            );
        if (updated == 0)
        {
            return Fault.NotFound("conversation");
        }

        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = MessageAuthor.Person,
            Text = text,
            CreatedAt = now,
        };
        context.Add(message);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return message.Id;
    }
}
