using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Begins a conversation with what the person wrote first.</summary>
public sealed class StartConversation(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    Outbox outbox,
    IdGenerator ids,
    TimeProvider clock
)
{
    private const int SubjectLength = 60;

    /// <summary>The new conversation's id; conversation and message are stored together.</summary>
    public async Task<long> RunAsync(
        long personId,
        string firstMessage,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var conversation = new Conversation
        {
            Id = ids.Next(),
            PersonId = personId,
            Subject = SubjectOf(firstMessage),
            StartedAt = now,
            UpdatedAt = now,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = conversation.Id,
            Author = MessageAuthor.Person,
            Text = firstMessage,
            CreatedAt = now,
        };
        context.Add(conversation);
        context.Add(message);
        outbox.Add(
            context,
            EventTopics.ConversationCreated,
            () => ConversationItem.Of(conversation.Id, now, personId, message)
        );
        await context.SaveChangesAsync(cancellationToken);
        outbox.Announce(EventTopics.ConversationCreated);
        return conversation.Id;
    }

    private static string SubjectOf(string message)
    {
        var line = string.Join(
            ' ',
            message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        if (line.Length <= SubjectLength)
        {
            return line;
        }

        // The cut falls between words, and never inside a character of two code units.
        var space = line.LastIndexOf(' ', SubjectLength - 1);
        var end = space > 0 ? space : SubjectLength - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
