using System.Text.Json;

namespace DataConnectors.Client.Models;

/// <summary>A conversation to begin, or to bring in.</summary>
public sealed record NewConversation
{
    /// <summary>Who writes.</summary>
    public required MessageSender From { get; init; }

    /// <summary>What they write; plain text.</summary>
    public required string Body { get; init; }

    /// <summary>When they wrote it, in Unix seconds; more than a minute ago, it is history. Null for now.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>True for history of whatever age.</summary>
    public bool? SkipFin { get; init; }

    /// <summary>Whether history is <c>open</c> or <c>closed</c>; open when null.</summary>
    public string? State { get; init; }
}

/// <summary>A contact who writes.</summary>
/// <param name="Id">The contact's id.</param>
public sealed record MessageSender(string Id)
{
    /// <summary>What kind of contact: any.</summary>
    public string Type { get; init; } = "contact";
}

/// <summary>The message that began a conversation.</summary>
public sealed record UserMessage : TypedObject
{
    /// <summary>The message.</summary>
    public string Id { get; init; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was written.</summary>
    public string Body { get; init; } = "";

    /// <summary>The conversation.</summary>
    public string ConversationId { get; init; } = "";
}

/// <summary>A message in a conversation that there is.</summary>
public sealed record ConversationReply
{
    /// <summary><c>comment</c>, or of an admin <c>note</c>.</summary>
    public string MessageType { get; init; } = "comment";

    /// <summary><c>user</c> or <c>admin</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What was written; plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Of an admin: who; the admin of the access token when null.</summary>
    public string? AdminId { get; init; }

    /// <summary>When it was written, in Unix seconds; more than a minute ago, it is history. Null for now.</summary>
    public long? CreatedAt { get; init; }

    /// <summary>True for history of whatever age.</summary>
    public bool? SkipFin { get; init; }
}

/// <summary>A conversation with what was said in it.</summary>
public sealed record Conversation : TypedObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The id that a program gave it; null for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The first words of it.</summary>
    public string? Title { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last message was written.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the team still has it before it.</summary>
    public bool Open { get; init; }

    /// <summary>Values of attributes, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> CustomAttributes { get; init; } =
        new Dictionary<string, JsonElement>();

    /// <summary>Everything after the message that began it.</summary>
    public ConversationParts ConversationParts { get; init; } = new();
}

/// <summary>What was said after the first message.</summary>
public sealed record ConversationParts : TypedObject
{
    /// <summary>Oldest first; at most the latest 500.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("conversation_parts")]
    public IReadOnlyList<ConversationPart> Parts { get; init; } = [];

    /// <summary>How many there are.</summary>
    public int TotalCount { get; init; }
}

/// <summary>One message.</summary>
public sealed record ConversationPart : TypedObject
{
    /// <summary>The id.</summary>
    public string Id { get; init; } = "";

    /// <summary><c>comment</c> or <c>note</c>.</summary>
    public string PartType { get; init; } = "";

    /// <summary>What was written.</summary>
    public string Body { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public PartAuthor? Author { get; init; }
}

/// <summary>Who wrote a message.</summary>
public sealed record PartAuthor : TypedObject
{
    /// <summary>The contact or the teammate; null for Fin.</summary>
    public string? Id { get; init; }

    /// <summary>Their name; null when unknown.</summary>
    public string? Name { get; init; }
}
