using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>Answers a person as a teammate. Who answers a conversation that nobody has takes it over, and Fin keeps silent.</summary>
public sealed class ReplyAsTeammate(
    EditConversation editConversation,
    ConversationChanges changes,
    Outbox outbox
)
{
    /// <summary>The stored message. A closed conversation is opened again.</summary>
    /// <param name="actor">Who answers.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="text">Plain text, at most <see cref="TeammateText.Longest"/> characters.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Outcome<ConversationMessage, Fault>> RunAsync(
        Actor actor,
        long conversationId,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (!TeammateText.Read(text, "reply").TryGet(out var reply, out var fault))
        {
            return fault;
        }

        ConversationMessage message = null!;
        var outcome = await editConversation.RunAsync(
            actor,
            conversationId,
            edit =>
            {
                message = Write(edit, reply);
                return Task.FromResult<Fault?>(null);
            },
            cancellationToken
        );
        if (outcome.Failure is { } refused)
        {
            return refused;
        }

        outbox.Announce(EventTopics.AdminReplied);
        changes.Publish(new ConversationChange.MessageAdded(conversationId, message));
        return message;
    }

    private ConversationMessage Write(ConversationEdit edit, string text)
    {
        var conversation = edit.Conversation;
        edit.Reopen();
        if (conversation.AssigneeId is null)
        {
            edit.Happened(ConversationEventKind.Assigned, edit.Actor.TeammateId);
        }

        // Whoever has it keeps it; either way Fin has nothing to answer any more.
        conversation.HandToTeam(conversation.AssigneeId ?? edit.Actor.TeammateId);
        var message = new ConversationMessage
        {
            Id = edit.Ids.Next(),
            ConversationId = conversation.Id,
            Author = MessageAuthor.Teammate,
            Text = text,
            TeammateId = edit.Actor.TeammateId,
            CreatedAt = edit.Now,
        };
        conversation.Take(message);
        edit.Context.Add(message);
        outbox.Add(
            edit.Context,
            EventTopics.AdminReplied,
            () =>
                ConversationItem.Of(
                    conversation.Id,
                    conversation.StartedAt,
                    conversation.PersonId,
                    message
                )
        );
        return message;
    }
}
