using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Webhooks;

/// <summary>One event on its way to one subscription.</summary>
public sealed class WebhookDelivery : IAged
{
    /// <summary>The id; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>To whom.</summary>
    public long SubscriptionId { get; init; }

    /// <summary>The event; makes the id of the notification, the same on every attempt.</summary>
    public long EventId { get; init; }

    /// <summary>Its topic.</summary>
    public string Topic { get; init; } = "";

    /// <summary>What happened, a JSON object.</summary>
    public string ItemJson { get; init; } = "{}";

    /// <summary>When it happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How far it is.</summary>
    public DeliveryState State { get; set; }

    /// <summary>How many attempts were begun.</summary>
    public int Attempts { get; set; }

    /// <summary>How many retries of the schedule are used up.</summary>
    public int Step { get; set; }

    /// <summary>When the first attempt began; null when none did.</summary>
    public DateTimeOffset? FirstSentAt { get; set; }

    /// <summary>When the next attempt is due; null when there is none.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Until when a dispatcher has it to itself; null when none has. A killed one's runs out.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>The status of the last answer; null when there was none.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public string? LastError { get; set; }
}

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>An attempt is due, now or later.</summary>
    Pending,

    /// <summary>The endpoint accepted it.</summary>
    Delivered,

    /// <summary>No further attempt is made unless a teammate asks for it.</summary>
    Failed,
}

/// <summary>One attempt to deliver, with what came back.</summary>
public sealed class WebhookAttempt
{
    /// <summary>The id; rises with time.</summary>
    public long Id { get; init; }

    /// <summary>Of which delivery.</summary>
    public long DeliveryId { get; init; }

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public int DurationMs { get; init; }

    /// <summary>The status of the answer; null when there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The beginning of the answer's body, at most 1 KiB; null when there was none.</summary>
    public string? Answer { get; init; }

    /// <summary>Why it failed; null when it was accepted.</summary>
    public string? Error { get; init; }
}
