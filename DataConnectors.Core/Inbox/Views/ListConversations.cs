using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>What is to be listed.</summary>
/// <param name="Filter">Of the view.</param>
/// <param name="Search">What subject, last message, or the person's name or email holds; null or empty for all.</param>
/// <param name="ViewerId">Who looks.</param>
public sealed record ConversationSearch(ConversationFilter Filter, string? Search, long ViewerId);

/// <summary>Lists the conversations of a view, last written in first, and counts them.</summary>
public sealed class ListConversations(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>The rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>Counting goes no further than this: it means "so many or more".</summary>
    public const int MostCounted = 1000;

    /// <summary>The page that begins at <paramref name="cursor"/>, the <see cref="Page{T}.NextCursor"/> of the page before; null for the first.</summary>
    public async Task<Page<ConversationRow>> RunAsync(
        ConversationSearch search,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = Matching(context, search);
        if (ConversationCursor.Read(cursor) is var (at, id))
        {
            // Said so that the index is entered at the time; "earlier, or then and of a lower id" would read it from the beginning.
            wanted = wanted.Where(conversation =>
                conversation.UpdatedAt <= at
                && (conversation.UpdatedAt < at || conversation.Id < id)
            );
        }

        var conversations = await wanted
            .OrderByDescending(conversation => conversation.UpdatedAt)
            .ThenByDescending(conversation => conversation.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        var rows = await RowsAsync(context, [.. conversations.Take(PageSize)], cancellationToken);
        return new Page<ConversationRow>(
            rows,
            conversations.Count > PageSize
                ? new ConversationCursor(rows[^1].UpdatedAt, rows[^1].Id).ToString()
                : null
        );
    }

    /// <summary>Those of some conversations that the view shows, as they are now.</summary>
    public async Task<IReadOnlyList<ConversationRow>> FindAsync(
        ConversationSearch search,
        IReadOnlyCollection<long> ids,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Matching(context, search)
            .Where(conversation => ids.Contains(conversation.Id))
            .ToListAsync(cancellationToken);
        return await RowsAsync(context, found, cancellationToken);
    }

    /// <summary>How many conversations each filter lets through, at most <see cref="MostCounted"/>; in order.</summary>
    public async Task<IReadOnlyList<int>> CountAsync(
        IReadOnlyList<ConversationFilter> filters,
        long viewerId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = new List<int>(filters.Count);
        foreach (var filter in filters)
        {
            counts.Add(
                await context
                    .Matching(filter, viewerId, clock.GetUtcNow())
                    .OrderByDescending(conversation => conversation.UpdatedAt)
                    .Select(conversation => conversation.Id)
                    .Take(MostCounted)
                    .CountAsync(cancellationToken)
            );
        }

        return counts;
    }

    private IQueryable<Conversation> Matching(
        DataConnectorsDbContext context,
        ConversationSearch search
    ) =>
        context
            .Matching(search.Filter, search.ViewerId, clock.GetUtcNow())
            .Holding(context, search.Search);

    private static async Task<IReadOnlyList<ConversationRow>> RowsAsync(
        DataConnectorsDbContext context,
        IReadOnlyList<Conversation> conversations,
        CancellationToken cancellationToken
    )
    {
        var personIds = conversations.Select(conversation => conversation.PersonId).Distinct();
        var people = await context
            .Set<Person>()
            .AsNoTracking()
            .Where(person => personIds.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, cancellationToken);
        return
        [
            .. conversations.Select(conversation =>
                ConversationRow.Of(conversation, people.GetValueOrDefault(conversation.PersonId))
            ),
        ];
    }
}
