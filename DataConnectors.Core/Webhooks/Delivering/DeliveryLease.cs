namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>A delivery that this dispatcher has to itself for a while.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="SubscriptionId">To whom.</param>
/// <param name="EventId">The event.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="ItemJson">What happened, a JSON object.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="Step">The retries of the schedule used up before it.</param>
/// <param name="FirstSentAt">When the first attempt began.</param>
/// <param name="LeasedUntil">When another dispatcher may take it.</param>
internal sealed record DeliveryLease(
    long Id,
    long SubscriptionId,
    long EventId,
    string Topic,
    string ItemJson,
    DateTimeOffset CreatedAt,
    int Attempt,
    int Step,
    DateTimeOffset FirstSentAt,
    DateTimeOffset LeasedUntil
);

/// <summary>An attempt that ended.</summary>
/// <param name="Lease">What was sent.</param>
/// <param name="Answer">What came back.</param>
/// <param name="EndedAt">When.</param>
internal sealed record FinishedAttempt(
    DeliveryLease Lease,
    EndpointAnswer Answer,
    DateTimeOffset EndedAt
);
