using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>A person's message that Fin has still to answer, and the conversation as it is.</summary>
public sealed record PendingMessage(Conversation Conversation, ConversationMessage Message);

/// <summary>Finds what Fin has still to answer, such as after a crash.</summary>
public sealed class PendingMessages(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Every pending message of the conversations that Fin is in charge of, oldest first.</summary>
    public async Task<IReadOnlyList<PendingMessage>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = await (
            from conversation in context.Set<Conversation>().AsNoTracking()
            join message in context.Set<ConversationMessage>().AsNoTracking()
                on conversation.PendingMessageId equals message.Id
            orderby message.Id
            select new PendingMessage(conversation, message)
        ).ToListAsync(cancellationToken);
        return [.. pending.Where(each => each.Conversation.IsFinInCharge)];
    }
}
