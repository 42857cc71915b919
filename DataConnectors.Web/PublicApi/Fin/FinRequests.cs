using System.Text.Json;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Who wrote a message.</summary>
internal enum FinAuthor
{
    User,
    Agent,
    Fin,
}

/// <summary>A message that is sent to Fin.</summary>
[Needed("author")]
[Needed("body")]
internal sealed record FinMessageRequest
{
    /// <summary>Who wrote it; <c>user</c> for a message that Fin is to answer.</summary>
    public FinAuthor? Author { get; init; }

    /// <summary>What they wrote: plain text of 1 to 4000 characters.</summary>
    public string? Body { get; init; }

    /// <summary>When they wrote it, ISO 8601. Kept of messages of the history.</summary>
    public string? Timestamp { get; init; }
}

/// <summary>Who writes to Fin.</summary>
internal sealed record FinUserRequest
{
    /// <summary>
    /// Your own id of the user, by which the contact is found, or made. Whoever is named by it counts as verified: only your server can say so.
    /// Left out for a visitor, who never counts as verified.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The full name; left out, it stays as it is.</summary>
    public string? Name { get; init; }

    /// <summary>The email address; left out, it stays as it is.</summary>
    public string? Email { get; init; }

    /// <summary>Values of attributes of people by name, at most 10. Those that are not defined are told in <c>errors</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}

/// <summary>What Fin is to know of a conversation that was held elsewhere until now.</summary>
internal sealed record FinConversationMetadata
{
    /// <summary>What was said before, oldest first: at most 10 messages.</summary>
    public IReadOnlyList<FinMessageRequest>? History { get; init; }

    /// <summary>Values of attributes of conversations by name, at most 10. Those that are not defined are told in <c>errors</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}

/// <summary>A conversation to begin.</summary>
[Needed("conversation_id")]
[Needed("message")]
internal sealed record StartFinRequest
{
    /// <summary>Your own id of the conversation, 1 to 255 characters.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The message that Fin is to answer.</summary>
    public FinMessageRequest? Message { get; init; }

    /// <summary>Who writes; left out for a visitor.</summary>
    public FinUserRequest? User { get; init; }

    /// <summary>What was before.</summary>
    public FinConversationMetadata? ConversationMetadata { get; init; }
}

/// <summary>The next message of a conversation.</summary>
[Needed("conversation_id")]
[Needed("message")]
internal sealed record ReplyToFinRequest
{
    /// <summary>The conversation: your own id, or ours.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The message that Fin is to answer.</summary>
    public FinMessageRequest? Message { get; init; }

    /// <summary>Who writes, the user of the conversation. Left out, the message does not count as verified.</summary>
    public FinUserRequest? User { get; init; }
}

/// <summary>A question that is answered at once.</summary>
internal sealed record AskFinRequest
{
    /// <summary>Your own id of the conversation, which there is none of yet; left out, it gets one of ours.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The question: plain text of 1 to 4000 characters. This or <c>message</c>.</summary>
    public string? Question { get; init; }

    /// <summary>The question as a message. This or <c>question</c>.</summary>
    public FinMessageRequest? Message { get; init; }

    /// <summary>Who asks; left out for a visitor.</summary>
    public FinUserRequest? User { get; init; }

    /// <summary>What was before.</summary>
    public FinConversationMetadata? ConversationMetadata { get; init; }
}

/// <summary>What is handed to the team.</summary>
internal sealed record EscalateFinRequest
{
    /// <summary>A conversation: your own id, or ours. This or <c>user</c>.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Whoever wants to talk to the team and has no conversation yet. This or <c>conversation_id</c>.</summary>
    public FinUserRequest? User { get; init; }

    /// <summary>The first message of a new conversation; "Requesting human support" when it is left out.</summary>
    public string? Message { get; init; }

    /// <summary>What the team is to know: a note that the user never reads, at most 4000 characters.</summary>
    public string? Context { get; init; }
}

/// <summary>For whom Fin is to say what it can do.</summary>
internal sealed record FinCapabilitiesRequest
{
    /// <summary>Who; left out for a visitor.</summary>
    public FinUserRequest? User { get; init; }
}
