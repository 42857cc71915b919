using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.Inbox.Teamwork;

/// <summary>A conversation read for writing, in a transaction that lets no other writer in between.</summary>
/// <param name="Actor">Who changes it.</param>
/// <param name="Conversation">The conversation as it is now; tracked.</param>
/// <param name="Context">What is added to it is committed with the change.</param>
/// <param name="Ids">Makes ids.</param>
/// <param name="Now">When.</param>
public sealed record ConversationEdit(
    Actor Actor,
    Conversation Conversation,
    DataConnectorsDbContext Context,
    IdGenerator Ids,
    DateTimeOffset Now
)
{
    /// <summary>Writes down what happened.</summary>
    /// <param name="kind">What.</param>
    /// <param name="assigneeId">To whom it was assigned.</param>
    public void Happened(ConversationEventKind kind, long? assigneeId = null) =>
        Context.Add(
            new ConversationEvent
            {
                Id = Ids.Next(),
                ConversationId = Conversation.Id,
                Kind = kind,
                TeammateId = Actor.TeammateId,
                AssigneeId = assigneeId,
                CreatedAt = Now,
            }
        );

    /// <summary>Opens it again; nothing when it is open.</summary>
    public void Reopen()
    {
        if (Conversation.State == ConversationState.Closed)
        {
            Conversation.State = ConversationState.Open;
            Happened(ConversationEventKind.Reopened);
        }
    }
}
