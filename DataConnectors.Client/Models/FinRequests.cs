using System.Text.Json;

namespace DataConnectors.Client.Models;

/// <summary>A message to Fin.</summary>
public sealed record FinMessage
{
    /// <summary>Who wrote it: <c>user</c>, or in a history <c>agent</c> or <c>fin</c>.</summary>
    public string Author { get; init; } = "user";

    /// <summary>What they wrote; plain text.</summary>
    public required string Body { get; init; }

    /// <summary>When they wrote it; null for now.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>A message of the user.</summary>
    public static implicit operator FinMessage(string body) => new() { Body = body };
}

/// <summary>Who writes to Fin. Whom your program names by its id counts as verified.</summary>
public sealed record FinUser
{
    /// <summary>Your own id of the user; null for a visitor.</summary>
    public string? Id { get; init; }

    /// <summary>The full name; null to leave it as it is.</summary>
    public string? Name { get; init; }

    /// <summary>The email address; null to leave it as it is.</summary>
    public string? Email { get; init; }

    /// <summary>Values of attributes of people, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}

/// <summary>What Fin is to know of a conversation that was held elsewhere until now.</summary>
public sealed record FinConversationMetadata
{
    /// <summary>What was said before, oldest first; at most 10 messages.</summary>
    public IReadOnlyList<FinMessage>? History { get; init; }

    /// <summary>Values of attributes of conversations, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Attributes { get; init; }
}

/// <summary>A conversation to begin.</summary>
public sealed record FinStart
{
    /// <summary>Your own id of the conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The message that Fin is to answer.</summary>
    public required FinMessage Message { get; init; }

    /// <summary>Who writes; null for a visitor.</summary>
    public FinUser? User { get; init; }

    /// <summary>What was before.</summary>
    public FinConversationMetadata? ConversationMetadata { get; init; }
}

/// <summary>The next message of a conversation.</summary>
public sealed record FinReply
{
    /// <summary>The conversation: your own id, or the server's.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The message that Fin is to answer.</summary>
    public required FinMessage Message { get; init; }

    /// <summary>Who writes; null for nobody who is verified.</summary>
    public FinUser? User { get; init; }
}

/// <summary>A question that is answered at once.</summary>
public sealed record FinQuestion
{
    /// <summary>The question; plain text.</summary>
    public required string Question { get; init; }

    /// <summary>Your own id of the conversation; null to get one.</summary>
    public string? ConversationId { get; init; }

    /// <summary>Who asks; null for a visitor.</summary>
    public FinUser? User { get; init; }

    /// <summary>What was before.</summary>
    public FinConversationMetadata? ConversationMetadata { get; init; }
}

/// <summary>What is handed to the team: a conversation, or a user who has none yet.</summary>
public sealed record FinEscalationRequest
{
    /// <summary>The conversation; null where a user is named.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The user; null where a conversation is named.</summary>
    public FinUser? User { get; init; }

    /// <summary>The first message of a new conversation; null for an ordinary one.</summary>
    public string? Message { get; init; }

    /// <summary>A note for the team; null for none.</summary>
    public string? Context { get; init; }
}

/// <summary>For whom Fin is to say what it can do.</summary>
public sealed record FinCapabilitiesRequest
{
    /// <summary>Who; null for a visitor.</summary>
    public FinUser? User { get; init; }
}
