using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>The message that began a conversation.</summary>
internal sealed record UserMessage
{
    /// <summary>Always <c>user_message</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "user_message";

    /// <summary>The unique identifier of the message.</summary>
    public required string Id { get; init; }

    /// <summary>When it was written, in Unix seconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>What was written; plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Always <c>inapp</c>.</summary>
    public string MessageType { get; } = "inapp";

    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }
}

/// <summary>A conversation with what was said in it.</summary>
internal sealed record ConversationDetail
{
    /// <summary>Always <c>conversation</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "conversation";

    /// <summary>The unique identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The id that a program gave it; null for none.</summary>
    public required string? ExternalId { get; init; }

    /// <summary>The first words of it.</summary>
    public required string Title { get; init; }

    /// <summary>When it began, in Unix seconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When the last message was written, in Unix seconds.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>Whether the team still has it before it.</summary>
    public required bool Open { get; init; }

    /// <summary>The same in a word.</summary>
    public required ConversationStateName State { get; init; }

    /// <summary>The teammate who answers; null for nobody in particular.</summary>
    public required string? AdminAssigneeId { get; init; }

    /// <summary>The message that began it.</summary>
    public required ConversationSource Source { get; init; }

    /// <summary>Who writes in it.</summary>
    public required ConversationContacts Contacts { get; init; }

    /// <summary>Values of attributes, by name.</summary>
    public required JsonElement CustomAttributes { get; init; }

    /// <summary>Whether Fin answered in it.</summary>
    public required bool AiAgentParticipated { get; init; }

    /// <summary>How far Fin came; null when it did not answer.</summary>
    public required ConversationAgent? AiAgent { get; init; }

    /// <summary>Everything after the message that began it, oldest first; at most the latest 500.</summary>
    public required ConversationParts ConversationParts { get; init; }
}

/// <summary>The message that began a conversation.</summary>
internal sealed record ConversationSource
{
    /// <summary>Always <c>conversation</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "conversation";

    /// <summary>The message.</summary>
    public required string Id { get; init; }

    /// <summary>Always <c>customer_initiated</c>.</summary>
    public string DeliveredAs { get; } = "customer_initiated";

    /// <summary>What was written; plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Who wrote it.</summary>
    public required PartAuthor Author { get; init; }
}

/// <summary>Who writes in a conversation.</summary>
/// <param name="Contacts">One contact.</param>
internal sealed record ConversationContacts(IReadOnlyList<ContactReference> Contacts)
{
    /// <summary>Always <c>contact.list</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "contact.list";
}

/// <summary>A contact by their ids.</summary>
/// <param name="Id">Ours.</param>
/// <param name="ExternalId">Yours; null for none.</param>
internal sealed record ContactReference(string Id, string? ExternalId)
{
    /// <summary>Always <c>contact</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "contact";
}

/// <summary>How far Fin came.</summary>
/// <param name="ResolutionState"><c>assumed_resolution</c>, <c>confirmed_resolution</c>, <c>escalated</c>, or null while it is none of them.</param>
internal sealed record ConversationAgent(string? ResolutionState);

/// <summary>What was said after the first message.</summary>
/// <param name="Parts">Oldest first.</param>
/// <param name="TotalCount">How many there are, those left out included.</param>
internal sealed record ConversationParts(
    [property: JsonPropertyName("conversation_parts")] IReadOnlyList<ConversationPart> Parts,
    int TotalCount
)
{
    /// <summary>Always <c>conversation_part.list</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "conversation_part.list";
}

/// <summary>One message.</summary>
internal sealed record ConversationPart
{
    /// <summary>Always <c>conversation_part</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "conversation_part";

    /// <summary>The unique identifier.</summary>
    public required string Id { get; init; }

    /// <summary><c>comment</c>, or <c>note</c> for what only the team reads.</summary>
    public required ReplyMessageType PartType { get; init; }

    /// <summary>What was written; plain text.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written, in Unix seconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public required PartAuthor Author { get; init; }
}

/// <summary>Who wrote a message.</summary>
/// <param name="Type"><c>user</c>, <c>lead</c>, <c>admin</c>, or <c>bot</c> for Fin.</param>
/// <param name="Id">The contact or the teammate; null for Fin.</param>
/// <param name="Name">Their name; null when unknown.</param>
internal sealed record PartAuthor(string Type, string? Id, string? Name);
