using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Stores what a teammate wrote, through a program. Who answers takes over from Fin; a note takes over nothing.</summary>
public sealed class AnswerAsTeammate(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationChanges changes,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The stored message; not found when there is no such conversation.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="teammateId">Who writes.</param>
    /// <param name="text">What they wrote; plain text.</param>
    /// <param name="isNote">Whether only the team reads it.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<ConversationMessage, Fault>> RunAsync(
        long conversationId,
        long teammateId,
        string text,
        bool isNote,
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
            .FirstOrDefaultAsync(candidate => candidate.Id == conversationId, cancellationToken);
        if (conversation is null)
        {
            return Fault.NotFound("conversation");
        }

        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = MessageAuthor.Teammate,
            TeammateId = teammateId,
            IsNote = isNote,
            Text = text,
            CreatedAt = now,
        };
        context.Add(message);
        if (!isNote)
        {
            TakeOver(context, conversation, teammateId, now);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        changes.Publish(new ConversationChange.MessageAdded(conversationId, message));
        return message;
    }

    private void TakeOver(
        DataConnectorsDbContext context,
        Conversation conversation,
        long teammateId,
        DateTimeOffset now
    )
    {
        conversation.UpdatedAt = now;
        conversation.PendingMessageId = null;
        conversation.WithdrawResolution();
        if (conversation.AssigneeId is not null)
        {
            return;
        }

        conversation.AssigneeId = teammateId;
        context.Add(
            new ConversationEvent
            {
                Id = ids.Next(),
                ConversationId = conversation.Id,
                Kind = ConversationEventKind.Assigned,
                TeammateId = teammateId,
                AssigneeId = teammateId,
                CreatedAt = now,
            }
        );
    }
}
