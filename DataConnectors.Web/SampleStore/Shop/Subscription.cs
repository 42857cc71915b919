namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>Whether a subscription runs.</summary>
internal enum SubscriptionStatus
{
    /// <summary>Paid and running.</summary>
    Active,

    /// <summary>Running; the last payment failed.</summary>
    PastDue,

    /// <summary>Ended.</summary>
    Cancelled,
}

/// <summary>A monthly plan of a customer, who has at most one.</summary>
/// <param name="Id">As <c>sub_2001</c>.</param>
/// <param name="Price">For one month, in <paramref name="Currency"/>.</param>
/// <param name="RenewsAt">Null once cancelled.</param>
internal sealed record Subscription(
    string Id,
    string CustomerId,
    string Plan,
    SubscriptionStatus Status,
    string Currency,
    decimal Price,
    DateTimeOffset StartedAt,
    DateTimeOffset? RenewsAt,
    DateTimeOffset? CancelledAt
);
