using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>
/// Tells programs what Fin does: those that talk to it over HTTP, and those that subscribed. Everything is written in the transaction of
/// what it tells of.
/// </summary>
public sealed class FinEvents(Outbox outbox, IdGenerator ids)
{
    // Programs read it as JSON, never a browser as HTML.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Adds that Fin answered.</summary>
    /// <param name="context">The context of the command.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="answer">Fin's message.</param>
    /// <param name="questionId">The message it answers.</param>
    /// <param name="cancellationToken">Ends the reading of who is told.</param>
    public async Task AddReplyAsync(
        DataConnectorsDbContext context,
        Conversation conversation,
        ConversationMessage answer,
        long questionId,
        CancellationToken cancellationToken
    )
    {
        if (await NamesAsync(context, conversation, cancellationToken) is not { } names)
        {
            return;
        }

        Add(
            context,
            conversation,
            EventTopics.FinReplied,
            FinEventItem.Replied(names.Conversation, names.User, answer, questionId),
            answer.CreatedAt,
            questionId
        );
    }

    /// <summary>Adds how far Fin is now. Handed over and resolved are followed by complete: Fin is done.</summary>
    /// <param name="context">The context of the command.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="status">How far.</param>
    /// <param name="reason">Why it was handed to the team; null where nobody said.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Ends the reading of who is told.</param>
    public async Task AddStatusAsync(
        DataConnectorsDbContext context,
        Conversation conversation,
        FinStatus status,
        string? reason,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (await NamesAsync(context, conversation, cancellationToken) is not { } names)
        {
            return;
        }

        Tell(status, reason);
        if (status is FinStatus.Escalated or FinStatus.Resolved)
        {
            Tell(FinStatus.Complete, why: null);
        }

        void Tell(FinStatus now, string? why) =>
            Add(
                context,
                conversation,
                EventTopics.FinStatusUpdated,
                FinEventItem.StatusUpdated(names.Conversation, names.User, now, why, at),
                at,
                isEnd: now == FinStatus.Complete
            );
    }

    /// <summary>Says that what was added is committed.</summary>
    public void Announce()
    {
        outbox.Announce(EventTopics.FinReplied);
        outbox.Announce(EventTopics.FinStatusUpdated);
    }

    /// <summary>By which names programs know them; null when no program is told of this conversation.</summary>
    private async Task<Names?> NamesAsync(
        DataConnectorsDbContext context,
        Conversation conversation,
        CancellationToken cancellationToken
    )
    {
        if (
            conversation.Channel != ConversationChannel.Api
            && !outbox.Wants(EventTopics.FinReplied)
            && !outbox.Wants(EventTopics.FinStatusUpdated)
        )
        {
            return null;
        }

        var user = await context
            .Set<Person>()
            .Where(person => person.Id == conversation.PersonId)
            .Select(person => person.ExternalId)
            .FirstOrDefaultAsync(cancellationToken);
        return new Names(
            conversation.ExternalId ?? Text(conversation.Id),
            user ?? Text(conversation.PersonId)
        );
    }

    private void Add(
        DataConnectorsDbContext context,
        Conversation conversation,
        string topic,
        JsonObject item,
        DateTimeOffset at,
        long? questionId = null,
        bool isEnd = false
    )
    {
        outbox.Add(context, topic, () => item);
        if (conversation.Channel == ConversationChannel.Api)
        {
            context.Add(
                new FinEvent
                {
                    Id = ids.Next(),
                    ConversationId = conversation.Id,
                    QuestionId = questionId,
                    ItemJson = item.ToJsonString(Options),
                    IsEnd = isEnd,
                    CreatedAt = at,
                }
            );
        }
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record Names(string Conversation, string User);
}
