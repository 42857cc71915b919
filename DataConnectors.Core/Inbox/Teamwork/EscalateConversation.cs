using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>Hands a conversation to the team, because a program asks for it: from then on Fin keeps silent.</summary>
public sealed class EscalateConversation(
    EditConversation editConversation,
    ConversationChanges changes,
    FinEvents finEvents
)
{
    private const string Reason = "Escalation requested via API";

    /// <summary>Done, also when the team has it already, who then only get the note; not found when there is no such conversation.</summary>
    /// <param name="actor">For whom the program acts.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="note">What the team is to know and the person never reads; null for nothing.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long conversationId,
        string? note,
        CancellationToken cancellationToken
    )
    {
        ConversationMessage? written = null;
        var outcome = await editConversation.RunAsync(
            actor,
            conversationId,
            async edit =>
            {
                if (edit.Conversation.FinStatus != FinStatus.Escalated)
                {
                    edit.Conversation.HandToTeam(teammateId: null);
                    edit.Reopen();
                    edit.Conversation.UpdatedAt = edit.Now;
                    edit.Happened(ConversationEventKind.Escalated);
                    await finEvents.AddStatusAsync(
                        edit.Context,
                        edit.Conversation,
                        FinStatus.Escalated,
                        Reason,
                        edit.Now,
                        cancellationToken
                    );
                }

                written = note is null ? null : AddNote.Write(edit, note);
                return null;
            },
            cancellationToken
        );
        if (outcome.Failure is null)
        {
            finEvents.Announce();
            if (written is not null)
            {
                changes.Publish(new ConversationChange.MessageAdded(conversationId, written));
            }
        }

        return outcome;
    }
}
