namespace DataConnectors.Core.Webhooks;

/// <summary>Where an app is told what happens, and of what. An app has at most one.</summary>
public sealed class WebhookSubscription
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>The app.</summary>
    public long AppId { get; init; }

    /// <summary>The endpoint.</summary>
    public string Url { get; set; } = "";

    /// <summary>The topics, separated by spaces.</summary>
    public string Topics { get; set; } = "";

    /// <summary>Whether notifications go out.</summary>
    public SubscriptionState State { get; set; }

    /// <summary>Why it is suspended or ended, in a sentence that may be shown; null while it is active.</summary>
    public string? Notice { get; set; }

    /// <summary>The secret of the Standard Webhooks signature (<c>whsec_…</c>), encrypted.</summary>
    public string ProtectedSecret { get; set; } = "";

    /// <summary>The one before it, encrypted, with which notifications are signed too until <see cref="FormerSecretExpiresAt"/>.</summary>
    public string? ProtectedFormerSecret { get; set; }

    /// <summary>When the former secret is no longer used; null when there is none.</summary>
    public DateTimeOffset? FormerSecretExpiresAt { get; set; }

    /// <summary>How many attempts have failed since the last that was accepted.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>When the first of them failed; null when there is none.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Until when nothing is sent, because the endpoint asked for it or keeps failing; null for no pause.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The topics as a list.</summary>
    public IReadOnlyList<string> TopicList =>
        Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Forgets how the endpoint has behaved.</summary>
    internal void StartAnew()
    {
        State = SubscriptionState.Active;
        Notice = null;
        FailuresInARow = 0;
        FailingSince = null;
        PausedUntil = null;
    }
}

/// <summary>Whether notifications go out.</summary>
public enum SubscriptionState
{
    /// <summary>They are sent.</summary>
    Active,

    /// <summary>They wait until a teammate resumes it.</summary>
    Suspended,

    /// <summary>The endpoint answered 410 Gone: none are kept for it any more.</summary>
    Ended,
}
