using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>How far Fin is with a conversation.</summary>
internal enum FinProgress
{
    Thinking,
    AwaitingUserReply,
    Escalated,
    Resolved,
    Complete,
}

/// <summary>A message that Fin has, and will answer.</summary>
internal record FinReceipt
{
    /// <summary>The conversation: your own id where it has one.</summary>
    public required string ConversationId { get; init; }

    /// <summary>Who wrote: your own id where there is one.</summary>
    public required string UserId { get; init; }

    /// <summary>How far Fin is: <c>thinking</c> while it works on the answer.</summary>
    public required FinProgress Status { get; init; }

    /// <summary>When this was answered, to the millisecond.</summary>
    public required string CreatedAtMs { get; init; }

    /// <summary>
    /// Where the answer is told as Server-Sent Events, from this message on; for a quarter of an hour, and without an access token.
    /// </summary>
    public required string SseSubscriptionUrl { get; init; }

    /// <summary>Attributes that could not be stored; absent when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FinAttributeErrors? Errors { get; init; }
}

/// <summary>The answer to a question.</summary>
internal sealed record FinAnswer : FinReceipt
{
    /// <summary>What Fin says; plain text. Null when the team is to answer.</summary>
    public required string? Answer { get; init; }

    /// <summary>What the answer uses; empty when nothing.</summary>
    public required IReadOnlyList<FinSource> Sources { get; init; }
}

/// <summary>Something that an answer uses.</summary>
internal sealed record FinSource
{
    /// <summary><c>data_connector</c> or <c>article</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name or title.</summary>
    public required string Name { get; init; }

    /// <summary>Of a data connector: the execution result. Null for an article.</summary>
    public string? ExecutionId { get; init; }
}

/// <summary>Attributes that could not be stored.</summary>
internal sealed record FinAttributeErrors
{
    /// <summary>Those of the user; absent when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FinAttributeFaults? User { get; init; }

    /// <summary>Those of the conversation; absent when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FinAttributeFaults? Conversation { get; init; }
}

/// <summary>Why attributes could not be stored.</summary>
/// <param name="Attributes">Why, by the name of the attribute.</param>
internal sealed record FinAttributeFaults(IReadOnlyDictionary<string, string> Attributes);

/// <summary>A conversation that the team has.</summary>
internal sealed record FinEscalation
{
    /// <summary>Your own id of the conversation; null for one that was made for it.</summary>
    public required string? ConversationId { get; init; }

    /// <summary>Our id of the conversation.</summary>
    public required string IntercomConversationId { get; init; }

    /// <summary>Always <c>escalated</c>.</summary>
    public FinProgress Status { get; } = FinProgress.Escalated;

    /// <summary>Where it is told as Server-Sent Events.</summary>
    public required string SseSubscriptionUrl { get; init; }
}

/// <summary>What Fin can do for somebody.</summary>
/// <param name="Capabilities">First the data connectors, then what can always be asked for.</param>
internal sealed record FinCapabilities(IReadOnlyList<FinCapability> Capabilities)
{
    /// <summary>Of which version of the API this is.</summary>
    [JsonPropertyOrder(-1)]
    public string Version { get; } = "Preview";
}

/// <summary>One thing that Fin can do.</summary>
internal sealed record FinCapability
{
    /// <summary><c>data_connector</c>, or what to ask for: <c>ask</c>, <c>reply</c>, <c>escalate</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The data connector; absent for others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>The data connector's name; absent for others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>What it is good for.</summary>
    public required string Description { get; init; }

    /// <summary>The path to call.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The method to call it with.</summary>
    public string Method { get; } = "POST";
}
