using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Stores Fin's answer and what it is in the middle of, in one transaction.</summary>
public sealed class SaveTurn(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationChanges changes,
    Outbox outbox,
    FinEvents finEvents,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>The stored message.</summary>
    public async Task<ConversationMessage> RunAsync(
        long conversationId,
        FinTurn turn,
        CancellationToken cancellationToken
    )
    {
        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = MessageAuthor.Fin,
            Text = turn.Text,
            TraceJson = turn.TraceJson,
            ExecutionId = turn.Triggered is [.., var last] ? last.ExecutionId : null,
            CreatedAt = clock.GetUtcNow(),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var conversation = await context
            .Set<Conversation>()
            .FirstOrDefaultAsync(candidate => candidate.Id == conversationId, cancellationToken);
        if (conversation is not null)
        {
            conversation.Take(message);
            conversation.IsActionUsedInReply |= turn.Triggered.Any(each => each.IsUsedInReply);
            if (conversation.PendingMessageId == turn.QuestionId)
            {
                conversation.PendingMessageId = null;
            }

            await finEvents.AddReplyAsync(
                context,
                conversation,
                message,
                turn.QuestionId,
                cancellationToken
            );

            // A teammate who took over while Fin was at work keeps it: only what was said is added.
            if (conversation.IsFinInCharge)
            {
                conversation.AgentStateJson = turn.AgentStateJson;
                conversation.IsFinAsking = turn.IsAsking;
                await SetStatusAsync(
                    context,
                    conversation,
                    turn.Status,
                    message.CreatedAt,
                    cancellationToken
                );
            }

            outbox.Add(
                context,
                EventTopics.OperatorReplied,
                () =>
                    ConversationItem.Of(
                        conversationId,
                        conversation.StartedAt,
                        conversation.PersonId,
                        message
                    )
            );
        }

        context.Add(message);
        context.AddRange(
            turn.Triggered.Select(each => new ConversationAction
            {
                Id = ids.Next(),
                ConversationId = conversationId,
                MessageId = message.Id,
                ConnectorId = each.ConnectorId,
                ConnectorName = each.ConnectorName,
                ExecutionId = each.ExecutionId,
                IsSuccess = each.IsSuccess,
                IsUsedInReply = each.IsUsedInReply,
                CreatedAt = message.CreatedAt,
            })
        );
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Announce(EventTopics.OperatorReplied);
        finEvents.Announce();
        changes.Publish(new ConversationChange.MessageAdded(conversationId, message));
        return message;
    }

    private async Task SetStatusAsync(
        DataConnectorsDbContext context,
        Conversation conversation,
        FinStatus status,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (status != conversation.FinStatus && KindOf(status) is { } kind)
        {
            context.Add(
                new ConversationEvent
                {
                    Id = ids.Next(),
                    ConversationId = conversation.Id,
                    Kind = kind,
                    CreatedAt = now,
                }
            );
        }

        conversation.FinStatus = status;
        if (status == FinStatus.Resolved)
        {
            conversation.Confirm(now);
        }
        else if (status == FinStatus.Escalated)
        {
            conversation.WithdrawResolution();
        }

        await finEvents.AddStatusAsync(
            context,
            conversation,
            status,
            reason: null,
            now,
            cancellationToken
        );
    }

    private static ConversationEventKind? KindOf(FinStatus status) =>
        status switch
        {
            FinStatus.Escalated => ConversationEventKind.Escalated,
            FinStatus.Resolved => ConversationEventKind.Resolved,
            _ => null,
        };
}
