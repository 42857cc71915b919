using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Reads what programs are told of a conversation.</summary>
public sealed class FinEventQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The events after <paramref name="afterId"/>, oldest first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<FinEvent>> ListAsync(
        long conversationId,
        long afterId,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<FinEvent>()
            .AsNoTracking()
            .Where(happened => happened.ConversationId == conversationId && happened.Id > afterId)
            .OrderBy(happened => happened.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether whoever has everything up to <paramref name="afterId"/> has all there is, and nothing more is on its way.</summary>
    public async Task<bool> IsOverAsync(
        long conversationId,
        long afterId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await context
            .Set<FinEvent>()
            .AsNoTracking()
            .Where(happened => happened.ConversationId == conversationId)
            .OrderByDescending(happened => happened.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return newest is { IsEnd: true }
            && newest.Id <= afterId
            && !await context
                .Set<Conversation>()
                .AnyAsync(
                    conversation =>
                        conversation.Id == conversationId && conversation.PendingMessageId != null,
                    cancellationToken
                );
    }
}
