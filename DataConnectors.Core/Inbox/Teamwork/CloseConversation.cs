using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>Says that a conversation is done. The person's next message opens it again.</summary>
public sealed class CloseConversation(EditConversation editConversation)
{
    /// <summary>Done, also where somebody else just closed it.</summary>
    public Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long conversationId,
        CancellationToken cancellationToken
    ) =>
        editConversation.RunAsync(
            actor,
            conversationId,
            edit =>
            {
                if (edit.Conversation.State == ConversationState.Open)
                {
                    edit.Conversation.State = ConversationState.Closed;
                    edit.Happened(ConversationEventKind.Closed);
                }

                return Task.FromResult<Fault?>(null);
            },
            cancellationToken
        );
}
