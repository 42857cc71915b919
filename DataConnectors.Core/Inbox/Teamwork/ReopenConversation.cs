using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>Says that a closed conversation needs an answer again.</summary>
public sealed class ReopenConversation(EditConversation editConversation)
{
    /// <summary>Done, also where it is open already.</summary>
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
                edit.Reopen();
                return Task.FromResult<Fault?>(null);
            },
            cancellationToken
        );
}
