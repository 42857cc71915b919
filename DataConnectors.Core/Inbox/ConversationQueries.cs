using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>A conversation with everything said in it, oldest first.</summary>
public sealed record ConversationThread(
    Conversation Conversation,
    IReadOnlyList<ConversationMessage> Messages
)
{
    /// <summary>The same as the person may see it.</summary>
    public ConversationThread WithoutNotes() =>
        this with
        {
            Messages = [.. Messages.Where(message => !message.IsNote)],
        };
}

/// <summary>Reads conversations.</summary>
public sealed class ConversationQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    private const int MostConversations = 100;

    /// <summary>One conversation with its messages, or null.</summary>
    public async Task<ConversationThread?> FindAsync(
        long conversationId,
        CancellationToken cancellationToken
    )
    {
        var conversation = await FindHeadAsync(conversationId, cancellationToken);
        if (conversation is null)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = await context
            .Set<ConversationMessage>()
            .AsNoTracking()
            .Where(message => message.ConversationId == conversationId)
            .OrderBy(message => message.Id)
            .ToListAsync(cancellationToken);
        return new ConversationThread(conversation, messages);
    }

    /// <summary>One conversation without its messages, or null.</summary>
    public async Task<Conversation?> FindHeadAsync(
        long conversationId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Conversation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(candidate => candidate.Id == conversationId, cancellationToken);
    }

    /// <summary>The conversation that a program knows by this id, without its messages, or null.</summary>
    public async Task<Conversation?> FindHeadByExternalIdAsync(
        string externalId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Conversation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                candidate => candidate.ExternalId == externalId,
                cancellationToken
            );
    }

    /// <summary>The connectors that Fin triggered for one of its messages, in order.</summary>
    public async Task<IReadOnlyList<ConversationAction>> ListActionsAsync(
        long conversationId,
        long messageId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<ConversationAction>()
            .AsNoTracking()
            .Where(action =>
                action.ConversationId == conversationId && action.MessageId == messageId
            )
            .OrderBy(action => action.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The conversations of a person, most recent first; at most the latest hundred.</summary>
    public async Task<IReadOnlyList<Conversation>> ListForPersonAsync(
        long personId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Conversation>()
            .AsNoTracking()
            .Where(conversation => conversation.PersonId == personId)
            .OrderByDescending(conversation => conversation.UpdatedAt)
            .ThenByDescending(conversation => conversation.Id)
            .Take(MostConversations)
            .ToListAsync(cancellationToken);
    }

    /// <summary>What happened to a conversation beside its messages, oldest first.</summary>
    public async Task<IReadOnlyList<ConversationEvent>> ListEventsAsync(
        long conversationId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<ConversationEvent>()
            .AsNoTracking()
            .Where(happened => happened.ConversationId == conversationId)
            .OrderBy(happened => happened.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The connectors that Fin triggered in any conversation, each with its latest name, by name.</summary>
    public async Task<IReadOnlyList<KeyValuePair<long, string>>> ListTriggeredConnectorsAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var actions = context.Set<ConversationAction>();
        var latest = await actions
            .GroupBy(action => action.ConnectorId)
            .Select(group => group.Max(action => action.Id))
            .ToListAsync(cancellationToken);
        var named = await actions
            .AsNoTracking()
            .Where(action => latest.Contains(action.Id))
            .Select(action => new { action.ConnectorId, action.ConnectorName })
            .ToListAsync(cancellationToken);
        return
        [
            .. named
                .Select(row => KeyValuePair.Create(row.ConnectorId, row.ConnectorName))
                .OrderBy(pair => pair.Value, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
