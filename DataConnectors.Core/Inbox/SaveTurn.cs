using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>What Fin did with a message.</summary>
/// <param name="Text">What it answered; plain text.</param>
/// <param name="TraceJson">Why, a JSON object.</param>
/// <param name="ExecutionId">The run whose data it used; null for none.</param>
/// <param name="AgentStateJson">What it is in the middle of now, a JSON object; null when nothing.</param>
public sealed record FinTurn(
    string Text,
    string TraceJson,
    long? ExecutionId,
    string? AgentStateJson
);

/// <summary>Stores Fin's answer and what it is in the middle of, in one transaction.</summary>
public sealed class SaveTurn(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    Outbox outbox,
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
            ExecutionId = turn.ExecutionId,
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
            conversation.AgentStateJson = turn.AgentStateJson;
            conversation.UpdatedAt = message.CreatedAt;
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
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        outbox.Announce(EventTopics.OperatorReplied);
        return message;
    }
}
