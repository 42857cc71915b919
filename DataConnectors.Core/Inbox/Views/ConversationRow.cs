using DataConnectors.Core.People;

namespace DataConnectors.Core.Inbox.Views;

/// <summary>A conversation as a list shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">The person.</param>
/// <param name="PersonName">Their name, else their email, else what they are.</param>
/// <param name="Subject">The first words of the first message.</param>
/// <param name="Snippet">The first words of the last message.</param>
/// <param name="LastAuthor">Who wrote it; null where that was not kept.</param>
/// <param name="UpdatedAt">When.</param>
/// <param name="State">Open or closed.</param>
/// <param name="AssigneeId">The teammate who answers; null for none.</param>
/// <param name="FinStatus">How far Fin is; null while it has not answered.</param>
/// <param name="IsActionUsedInReply">Whether an answer of Fin used a connector's data.</param>
/// <param name="IsAwaitingReply">Whether the person waits for somebody.</param>
public sealed record ConversationRow(
    long Id,
    long PersonId,
    string PersonName,
    string Subject,
    string Snippet,
    MessageAuthor? LastAuthor,
    DateTimeOffset UpdatedAt,
    ConversationState State,
    long? AssigneeId,
    FinStatus? FinStatus,
    bool IsActionUsedInReply,
    bool IsAwaitingReply
)
{
    internal static ConversationRow Of(Conversation conversation, Person? person) =>
        new(
            conversation.Id,
            conversation.PersonId,
            person is null
                ? nameof(PersonRole.Visitor)
                : PersonSnapshot.DisplayNameOf(person.Name, person.Email, person.Role),
            conversation.Subject,
            conversation.Snippet,
            conversation.LastAuthor,
            conversation.UpdatedAt,
            conversation.State,
            conversation.AssigneeId,
            conversation.FinStatus,
            conversation.IsActionUsedInReply,
            conversation.IsAwaitingReply
        );
}
