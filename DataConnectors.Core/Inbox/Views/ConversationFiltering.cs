using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>
/// Filters in the database. What a filter names is compared with a parameter, never as a bare truth value, because SQLite uses an index only
/// for a comparison.
/// </summary>
internal static class ConversationFiltering
{
    /// <summary>The conversations that the filter lets through.</summary>
    /// <param name="context">The database.</param>
    /// <param name="filter">Which.</param>
    /// <param name="viewerId">Who "me" is.</param>
    /// <param name="now">From when days are counted back.</param>
    public static IQueryable<Conversation> Matching(
        this DataConnectorsDbContext context,
        ConversationFilter filter,
        long viewerId,
        DateTimeOffset now
    )
    {
        var all = context.Set<Conversation>().AsNoTracking();
        return OfPeople(context, OfWork(all, filter, viewerId), filter, now);
    }

    /// <summary>Those of them whose subject, last message or person holds the text.</summary>
    public static IQueryable<Conversation> Holding(
        this IQueryable<Conversation> conversations,
        DataConnectorsDbContext context,
        string? text
    )
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return conversations;
        }

        var pattern = LikePattern.Holding(text);
        return conversations.Where(conversation =>
            EF.Functions.Like(conversation.Subject, pattern, LikePattern.Escape)
            || EF.Functions.Like(conversation.Snippet, pattern, LikePattern.Escape)
            || context
                .Set<Person>()
                .Any(person =>
                    person.Id == conversation.PersonId
                    && (
                        EF.Functions.Like(person.Name!, pattern, LikePattern.Escape)
                        || EF.Functions.Like(person.Email!, pattern, LikePattern.Escape)
                    )
                )
        );
    }

    private static IQueryable<Conversation> OfWork(
        IQueryable<Conversation> conversations,
        ConversationFilter filter,
        long viewerId
    )
    {
        if (filter.State is { } state)
        {
            conversations = conversations.Where(conversation => conversation.State == state);
        }

        if (filter.Assignee is { } assignee)
        {
            long? wanted = assignee switch
            {
                AssigneeChoice.Me => viewerId,
                AssigneeChoice.Teammate => filter.TeammateId,
                _ => null,
            };
            conversations = conversations.Where(conversation => conversation.AssigneeId == wanted);
        }

        if (filter.IsActionUsedInReply is { } isUsed)
        {
            conversations = conversations.Where(conversation =>
                conversation.IsActionUsedInReply == isUsed
            );
        }

        if (filter.FinStatus is { } status)
        {
            conversations = conversations.Where(conversation => conversation.FinStatus == status);
        }

        return filter.Channel is { } channel
            ? conversations.Where(conversation => conversation.Channel == channel)
            : conversations;
    }

    private static IQueryable<Conversation> OfPeople(
        DataConnectorsDbContext context,
        IQueryable<Conversation> conversations,
        ConversationFilter filter,
        DateTimeOffset now
    )
    {
        if (filter.PersonRole is { } role)
        {
            conversations = conversations.Where(conversation =>
                context
                    .Set<Person>()
                    .Any(person => person.Id == conversation.PersonId && person.Role == role)
            );
        }

        if (filter.ConnectorId is { } connectorId)
        {
            conversations = conversations.Where(conversation =>
                context
                    .Set<ConversationAction>()
                    .Any(action =>
                        action.ConnectorId == connectorId
                        && action.ConversationId == conversation.Id
                    )
            );
        }

        if (!string.IsNullOrWhiteSpace(filter.SubjectText))
        {
            var pattern = LikePattern.Holding(filter.SubjectText);
            conversations = conversations.Where(conversation =>
                EF.Functions.Like(conversation.Subject, pattern, LikePattern.Escape)
            );
        }

        if (filter.UpdatedWithinDays is { } days)
        {
            var since = now.AddDays(-days);
            conversations = conversations.Where(conversation => conversation.UpdatedAt >= since);
        }

        return conversations;
    }
}
