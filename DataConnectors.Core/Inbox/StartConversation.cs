using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>Begins a conversation with what the person wrote first.</summary>
public sealed class StartConversation(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ConversationChanges changes,
    Outbox outbox,
    IdGenerator ids,
    TimeProvider clock
)
{
    private const int SubjectLength = 60;

    /// <summary>The stored message of the new conversation; conversation and message are stored together.</summary>
    /// <param name="personId">Who writes.</param>
    /// <param name="firstMessage">What they wrote.</param>
    /// <param name="isVerified">Whether it is proven that they did.</param>
    /// <param name="channel">Where.</param>
    /// <param name="externalId">The id that a program gives it; null for none.</param>
    /// <param name="clientId">The id that the sending program made for the message; null for none. Storing it twice is a database fault.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<ReceivedMessage> RunAsync(
        long personId,
        string firstMessage,
        bool isVerified,
        ConversationChannel channel,
        string? externalId,
        string? clientId,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var messageId = ids.Next();
        var conversation = new Conversation
        {
            Id = ids.Next(),
            ExternalId = externalId,
            Channel = channel,
            PendingMessageId = messageId,
            PersonId = personId,
            Subject = FirstWords.Of(firstMessage, SubjectLength),
            StartedAt = now,
            UpdatedAt = now,
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var message = new ConversationMessage
        {
            Id = messageId,
            ConversationId = conversation.Id,
            Author = MessageAuthor.Person,
            Text = firstMessage,
            IsVerified = isVerified,
            ClientId = clientId,
            CreatedAt = now,
        };
        conversation.Take(message);
        context.Add(conversation);
        context.Add(message);
        outbox.Add(
            context,
            EventTopics.ConversationCreated,
            () => ConversationItem.Of(conversation.Id, now, personId, message)
        );
        await context.SaveChangesAsync(cancellationToken);
        outbox.Announce(EventTopics.ConversationCreated);
        changes.Publish(new ConversationChange.MessageAdded(conversation.Id, message));
        return new ReceivedMessage(conversation.Id, message, IsForFin: true);
    }
}
