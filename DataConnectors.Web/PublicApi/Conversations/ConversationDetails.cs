using System.Text.Json;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Core.Workspace;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>Reads conversations as they stand on the wire.</summary>
internal sealed class ConversationDetails(
    ConversationQueries conversations,
    PeopleQueries people,
    WorkspaceQueries workspace
)
{
    private const int MostParts = 500;

    /// <summary>The conversation, or null.</summary>
    public async Task<ConversationDetail?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(id, cancellationToken) is not { } thread)
        {
            return null;
        }

        var conversation = thread.Conversation;
        var person = await people.FindAsync(conversation.PersonId, cancellationToken);
        var names = await NamesAsync(thread, cancellationToken);
        var parts = thread.Messages.Skip(1).ToList();
        return new ConversationDetail
        {
            Id = WireId.Of(conversation.Id),
            ExternalId = conversation.ExternalId,
            Title = conversation.Subject,
            CreatedAt = conversation.StartedAt.ToUnixTimeSeconds(),
            UpdatedAt = conversation.UpdatedAt.ToUnixTimeSeconds(),
            Open = conversation.State == ConversationState.Open,
            State = (ConversationStateName)conversation.State,
            AdminAssigneeId = WireId.Of(conversation.AssigneeId),
            Source = new ConversationSource
            {
                Id = WireId.Of(thread.Messages[0].Id),
                Body = thread.Messages[0].Text,
                Author = AuthorOf(thread.Messages[0], conversation.PersonId, person, names),
            },
            Contacts = new ConversationContacts([
                new ContactReference(WireId.Of(conversation.PersonId), person?.ExternalId),
            ]),
            CustomAttributes = JsonElement.Parse(conversation.AttributesJson),
            AiAgentParticipated = conversation.FinStatus is not null,
            AiAgent = conversation.FinStatus is null
                ? null
                : new ConversationAgent(ResolutionOf(conversation)),
            ConversationParts = new ConversationParts(
                [
                    .. parts
                        .TakeLast(MostParts)
                        .Select(message => new ConversationPart
                        {
                            Id = WireId.Of(message.Id),
                            PartType = message.IsNote
                                ? ReplyMessageType.Note
                                : ReplyMessageType.Comment,
                            Body = message.Text,
                            CreatedAt = message.CreatedAt.ToUnixTimeSeconds(),
                            Author = AuthorOf(message, conversation.PersonId, person, names),
                        }),
                ],
                parts.Count
            ),
        };
    }

    private async Task<Dictionary<long, string>> NamesAsync(
        ConversationThread thread,
        CancellationToken cancellationToken
    )
    {
        var names = new Dictionary<long, string>();
        foreach (
            var id in thread
                .Messages.Select(message => message.TeammateId)
                .OfType<long>()
                .Distinct()
        )
        {
            if (await workspace.FindTeammateAsync(id, cancellationToken) is { } teammate)
            {
                names[id] = teammate.Name;
            }
        }

        return names;
    }

    private static PartAuthor AuthorOf(
        ConversationMessage message,
        long personId,
        PersonSnapshot? person,
        Dictionary<long, string> names
    ) =>
        message.Author switch
        {
            MessageAuthor.Person => new PartAuthor(
                person?.Role == PersonRole.User ? "user" : "lead",
                WireId.Of(personId),
                person?.Name
            ),
            MessageAuthor.Fin => new PartAuthor("bot", Id: null, "Fin"),
            _ => new PartAuthor(
                "admin",
                WireId.Of(message.TeammateId),
                message.TeammateId is { } id ? names.GetValueOrDefault(id) : null
            ),
        };

    private static string? ResolutionOf(Conversation conversation) =>
        conversation switch
        {
            { FinStatus: FinStatus.Escalated } => "escalated",
            { Resolution: Resolution.Confirmed } => "confirmed_resolution",
            { Resolution: Resolution.Assumed } => "assumed_resolution",
            _ => null,
        };
}
