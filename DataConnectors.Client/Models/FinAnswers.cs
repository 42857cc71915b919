using System.Text.Json;
using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>A message that Fin has.</summary>
public record FinReceipt : ApiObject
{
    /// <summary>The conversation.</summary>
    public string ConversationId { get; init; } = "";

    /// <summary>Who wrote.</summary>
    public string UserId { get; init; } = "";

    /// <summary>How far Fin is.</summary>
    public FinStatus Status { get; init; }

    /// <summary>When the server answered, to the millisecond.</summary>
    public DateTimeOffset CreatedAtMs { get; init; }

    /// <summary>Where the answer is told as Server-Sent Events, for a while and without an access token.</summary>
    public Uri? SseSubscriptionUrl { get; init; }

    /// <summary>Attributes that could not be stored; null when all could.</summary>
    public JsonElement? Errors { get; init; }
}

/// <summary>Fin's answer to a question.</summary>
public sealed record FinAnswer : FinReceipt
{
    /// <summary>What Fin says; null when the team is to answer.</summary>
    public string? Answer { get; init; }

    /// <summary>What the answer uses.</summary>
    public IReadOnlyList<FinSource> Sources { get; init; } = [];
}

/// <summary>Something that an answer uses.</summary>
public sealed record FinSource : TypedObject
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name or title.</summary>
    public string Name { get; init; } = "";

    /// <summary>The execution result; null for what did not run.</summary>
    public string? ExecutionId { get; init; }
}

/// <summary>A conversation that the team has.</summary>
public sealed record FinEscalation : ApiObject
{
    /// <summary>Your own id of the conversation; null where it has none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The server's id of the conversation.</summary>
    public string IntercomConversationId { get; init; } = "";

    /// <summary>How far Fin is.</summary>
    public FinStatus Status { get; init; }

    /// <summary>Where it is told as Server-Sent Events.</summary>
    public Uri? SseSubscriptionUrl { get; init; }
}

/// <summary>What Fin can do for somebody.</summary>
public sealed record FinCapabilities : ApiObject
{
    /// <summary>Data connectors first, then what can always be asked for.</summary>
    public IReadOnlyList<FinCapability> Capabilities { get; init; } = [];
}

/// <summary>One thing that Fin can do.</summary>
public sealed record FinCapability : TypedObject
{
    /// <summary>The data connector; null for others.</summary>
    public string? Id { get; init; }

    /// <summary>The data connector's name; null for others.</summary>
    public string? Name { get; init; }

    /// <summary>What it is good for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The path to call.</summary>
    public string Endpoint { get; init; } = "";
}

/// <summary>Why Fin did what it did in a conversation.</summary>
public sealed record FinTrace : ApiObject
{
    /// <summary>The conversation.</summary>
    public string ConversationId { get; init; } = "";

    /// <summary>Every answer of Fin, oldest first.</summary>
    public IReadOnlyList<FinTraceTurn> Turns { get; init; } = [];
}

/// <summary>Why Fin gave one answer.</summary>
public sealed record FinTraceTurn : ApiObject
{
    /// <summary>What the person had written.</summary>
    public string? Question { get; init; }

    /// <summary>Every connector considered, and those that were not, with the reason.</summary>
    public IReadOnlyList<FinTraceCandidate> Candidates { get; init; } = [];

    /// <summary>The connector chosen; null when none fits.</summary>
    public string? Chosen { get; init; }

    /// <summary>The values collected by then, by the names of data inputs.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } =
        new Dictionary<string, string>();

    /// <summary>The last run; null when none.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>What Fin answered.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Why it went this way, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When Fin answered.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A connector that Fin considered.</summary>
public sealed record FinTraceCandidate : ApiObject
{
    /// <summary>The connector.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>Why it was not considered; null when it was.</summary>
    public string? Skipped { get; init; }
}
