using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Hands a conversation to the team, because a program asks for it: from then on Fin keeps silent.</summary>
public sealed class EscalateConversation(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationChanges changes,
    FinEvents finEvents,
    IdGenerator ids,
    TimeProvider clock
)
{
    private const string Reason = "Escalation requested via API";

    /// <summary>Done, also when the team has it already, who then only get the note; not found when there is no such conversation.</summary>
    /// <param name="actor">For whom the program acts.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="note">What the team is to know and the person never reads; null for nothing.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long conversationId,
        string? note,
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

        if (conversation.FinStatus != FinStatus.Escalated)
        {
            conversation.FinStatus = FinStatus.Escalated;
            conversation.State = ConversationState.Open;
            conversation.PendingMessageId = null;
            conversation.AgentStateJson = null;
            conversation.UpdatedAt = now;
            conversation.WithdrawResolution();
            context.Add(
                new ConversationEvent
                {
                    Id = ids.Next(),
                    ConversationId = conversationId,
                    Kind = ConversationEventKind.Escalated,
                    CreatedAt = now,
                }
            );
            await finEvents.AddStatusAsync(
                context,
                conversation,
                FinStatus.Escalated,
                Reason,
                now,
                cancellationToken
            );
        }

        var noted = note is null ? null : NoteOf(actor, conversationId, note, now);
        if (noted is not null)
        {
            context.Add(noted);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        finEvents.Announce();
        changes.Publish(new ConversationChange.Updated(conversationId));
        if (noted is not null)
        {
            changes.Publish(new ConversationChange.MessageAdded(conversationId, noted));
        }

        return Done.Instance;
    }

    private ConversationMessage NoteOf(
        Actor actor,
        long conversationId,
        string note,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = MessageAuthor.Teammate,
            TeammateId = actor.TeammateId,
            IsNote = true,
            Text = note,
            CreatedAt = now,
        };
}
