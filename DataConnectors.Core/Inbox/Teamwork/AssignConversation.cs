using DataConnectors.Core.Kernel;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>Says who answers a conversation. Of several at once the last one counts.</summary>
public sealed class AssignConversation(EditConversation editConversation)
{
    /// <summary>Done, also where it was so already; not found when there is no such conversation or teammate.</summary>
    public Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long conversationId,
        Assignment assignment,
        CancellationToken cancellationToken
    ) =>
        editConversation.RunAsync(
            actor,
            conversationId,
            async edit =>
            {
                if (Assignment.Of(edit.Conversation) == assignment)
                {
                    return null;
                }

                switch (assignment)
                {
                    case Assignment.ToTeammate(var teammateId):
                        if (!await ExistsAsync(edit, teammateId, cancellationToken))
                        {
                            return Fault.NotFound("teammate");
                        }

                        edit.Conversation.HandToTeam(teammateId);
                        edit.Happened(ConversationEventKind.Assigned, teammateId);
                        break;
                    case Assignment.ToNobody:
                        edit.Conversation.HandToTeam(teammateId: null);
                        edit.Happened(ConversationEventKind.Assigned);
                        break;
                    default:
                        edit.Conversation.HandToFin();
                        edit.Happened(ConversationEventKind.HandedToFin);
                        break;
                }

                return null;
            },
            cancellationToken
        );

    private static Task<bool> ExistsAsync(
        ConversationEdit edit,
        long teammateId,
        CancellationToken cancellationToken
    ) =>
        edit
            .Context.Set<Teammate>()
            .AnyAsync(teammate => teammate.Id == teammateId, cancellationToken);
}
