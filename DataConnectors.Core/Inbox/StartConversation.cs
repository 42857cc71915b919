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

    /// <summary>
    /// The stored message of the new conversation; a conflict when there is one of that external id already. Everything is stored together.
    /// </summary>
    public async Task<Outcome<ReceivedMessage, Fault>> RunAsync(
        NewConversation wanted,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var at = wanted.HeldAt ?? now;
        var conversationId = ids.Next();
        var earlier = wanted.Earlier.Select(said => Earlier(said, conversationId, now)).ToList();
        var message = new ConversationMessage
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = MessageAuthor.Person,
            Text = wanted.Text,
            IsVerified = wanted.IsVerified,
            ClientId = wanted.ClientId,
            CreatedAt = at,
        };
        var isForFin = wanted is { IsForFin: true, HeldAt: null };
        var conversation = new Conversation
        {
            Id = conversationId,
            ExternalId = wanted.ExternalId,
            Channel = wanted.Channel,
            PendingMessageId = isForFin ? message.Id : null,
            PersonId = wanted.PersonId,
            Subject = FirstWords.Of(wanted.Text, SubjectLength),
            AttributesJson = wanted.AttributesJson,
            State = wanted.State,
            StartedAt = at,
        };
        conversation.Take(message);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(conversation);
        context.AddRange(earlier);
        context.Add(message);
        if (wanted.HeldAt is null)
        {
            outbox.Add(
                context,
                EventTopics.ConversationCreated,
                () => ConversationItem.Of(conversation.Id, at, wanted.PersonId, message)
            );
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (wanted.ExternalId is not null)
        {
            // A program may ask twice at the same moment; the index of external ids lets one of them win.
            if (await IsTakenAsync(wanted.ExternalId, cancellationToken))
            {
                return Fault.Conflict(
                    $"There is a conversation \"{wanted.ExternalId}\" already. Write on in it, or choose another id."
                );
            }

            throw;
        }

        if (wanted.HeldAt is null)
        {
            outbox.Announce(EventTopics.ConversationCreated);
        }

        changes.Publish(new ConversationChange.MessageAdded(conversation.Id, message));
        return new ReceivedMessage(conversation.Id, message, isForFin);
    }

    private ConversationMessage Earlier(
        EarlierMessage said,
        long conversationId,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = ids.Next(),
            ConversationId = conversationId,
            Author = said.Author,
            Text = said.Text,
            CreatedAt = said.At ?? now,
        };

    private async Task<bool> IsTakenAsync(string externalId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Conversation>()
            .AnyAsync(conversation => conversation.ExternalId == externalId, cancellationToken);
    }
}
