using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>Writes a note that only the team reads. It changes nothing of what the person sees, not even when they were last answered.</summary>
public sealed class AddNote(EditConversation editConversation, ConversationChanges changes)
{
    /// <summary>The stored note.</summary>
    /// <param name="actor">Who writes.</param>
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
        if (!TeammateText.Read(text, "note").TryGet(out var written, out var fault))
        {
            return fault;
        }

        ConversationMessage note = null!;
        var outcome = await editConversation.RunAsync(
            actor,
            conversationId,
            edit =>
            {
                note = Write(edit, written);
                return Task.FromResult<Fault?>(null);
            },
            cancellationToken
        );
        if (outcome.Failure is { } refused)
        {
            return refused;
        }

        changes.Publish(new ConversationChange.MessageAdded(conversationId, note));
        return note;
    }

    /// <summary>Adds the note to what is committed with another change.</summary>
    internal static ConversationMessage Write(ConversationEdit edit, string text)
    {
        var note = new ConversationMessage
        {
            Id = edit.Ids.Next(),
            ConversationId = edit.Conversation.Id,
            Author = MessageAuthor.Teammate,
            Text = text,
            TeammateId = edit.Actor.TeammateId,
            IsNote = true,
            CreatedAt = edit.Now,
        };
        edit.Context.Add(note);
        return note;
    }
}
