using DataConnectors.Core.Inbox;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Messaging;

/// <summary>A conversation as its person sees it in a list.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="LastMessage">The latest message that is no note.</param>
public sealed record OwnConversation(Conversation Conversation, ConversationMessage? LastMessage);

/// <summary>Reads what a person may see of their own conversations: no notes, no traces.</summary>
public sealed class MessengerQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationQueries conversations
)
{
    /// <summary>Most messages of one reading.</summary>
    public const int PageSize = 200;

    // An id is made a little before its message is committed, so that of two messages the later one may be seen first. Longer than any
    // commit waits for its turn; the low bits of an id count within a millisecond.
    private const long Overlap = 60_000L << 22;

    /// <summary>A person's conversations, latest first; at most the latest hundred.</summary>
    public async Task<IReadOnlyList<OwnConversation>> ListAsync(
        long personId,
        CancellationToken cancellationToken
    )
    {
        var own = await conversations.ListForPersonAsync(personId, cancellationToken);
        var ids = own.Select(conversation => conversation.Id).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = Visible(context);
        var last = await messages
            .Where(message =>
                messages
                    .Where(other => ids.Contains(other.ConversationId))
                    .GroupBy(other => other.ConversationId)
                    .Select(group => group.Max(other => other.Id))
                    .Contains(message.Id)
            )
            .ToDictionaryAsync(message => message.ConversationId, cancellationToken);
        return
        [
            .. own.Select(conversation => new OwnConversation(
                conversation,
                last.GetValueOrDefault(conversation.Id)
            )),
        ];
    }

    /// <summary>One conversation of this person with its messages, oldest first; null when the person has no such conversation.</summary>
    public async Task<ConversationThread?> FindAsync(
        long personId,
        long conversationId,
        CancellationToken cancellationToken
    ) =>
        await conversations.FindAsync(conversationId, cancellationToken) is { } thread
        && thread.Conversation.PersonId == personId
            ? thread.WithoutNotes()
            : null;

    /// <summary>The id from which a reader that begins now misses nothing; 0 before the first message.</summary>
    public async Task<long> LatestIdAsync(long personId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Own(context, personId)
            .OrderByDescending(message => message.Id)
            .Select(message => message.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// What a reader that saw the message <paramref name="after"/> may have missed, oldest first: everything later, and the minute before it
    /// once more. At most <see cref="PageSize"/>; go on with <see cref="NextAsync"/>.
    /// </summary>
    public Task<IReadOnlyList<ConversationMessage>> ResumeAsync(
        long personId,
        long after,
        CancellationToken cancellationToken
    ) => NextAsync(personId, Math.Max(0, after - Overlap), cancellationToken);

    /// <summary>The messages of a person's conversations that come after an id, oldest first; at most <see cref="PageSize"/>.</summary>
    public async Task<IReadOnlyList<ConversationMessage>> NextAsync(
        long personId,
        long after,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Own(context, personId)
            .Where(message => message.Id > after)
            .OrderBy(message => message.Id)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<ConversationMessage> Own(
        DataConnectorsDbContext context,
        long personId
    ) =>
        from message in Visible(context)
        join conversation in context.Set<Conversation>()
            on message.ConversationId equals conversation.Id
        where conversation.PersonId == personId
        select message;

    private static IQueryable<ConversationMessage> Visible(DataConnectorsDbContext context) =>
        context.Set<ConversationMessage>().AsNoTracking().Where(message => !message.IsNote);
}
