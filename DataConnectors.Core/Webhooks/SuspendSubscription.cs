using System.Globalization;
using DataConnectors.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Webhooks;

/// <summary>Lets notifications wait until they are resumed.</summary>
public sealed class SuspendSubscription(SubscriptionChanges changes, TimeProvider clock)
{
    /// <summary>Suspends; what is under way still arrives. One that is suspended already stays so.</summary>
    public Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    ) =>
        changes.RunAsync(
            actor,
            appId,
            (_, subscription) =>
            {
                if (subscription.State == SubscriptionState.Ended)
                {
                    return Task.FromResult<Outcome<Done, Fault>>(Ended());
                }

                if (subscription.State == SubscriptionState.Active)
                {
                    subscription.State = SubscriptionState.Suspended;
                    subscription.Notice = string.Create(
                        CultureInfo.InvariantCulture,
                        $"Suspended by {actor.Name} on {clock.GetUtcNow().UtcDateTime:d MMM yyyy, HH:mm} UTC. What waits is sent when it is resumed."
                    );
                }

                return Task.FromResult<Outcome<Done, Fault>>(Done.Instance);
            },
            cancellationToken
        );

    /// <summary>Why an ended one can neither be suspended nor resumed, nor anything resent.</summary>
    internal static Fault Ended() =>
        Fault.Conflict(
            "The endpoint answered 410 Gone, so this webhook has ended. Save an address that works to begin again."
        );
}

/// <summary>Sends again after a suspension.</summary>
public sealed class ResumeSubscription(SubscriptionChanges changes, TimeProvider clock)
{
    /// <summary>Resumes: whatever waits is due now, with all its retries before it.</summary>
    public Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    ) =>
        changes.RunAsync<Done>(
            actor,
            appId,
            async (context, subscription) =>
            {
                if (subscription.State == SubscriptionState.Ended)
                {
                    return SuspendSubscription.Ended();
                }

                if (subscription.State == SubscriptionState.Suspended)
                {
                    var now = clock.GetUtcNow();
                    subscription.StartAnew();
                    await context
                        .Set<WebhookDelivery>()
                        .Where(delivery =>
                            delivery.SubscriptionId == subscription.Id
                            && delivery.State == DeliveryState.Pending
                        )
                        .ExecuteUpdateAsync(
                            update =>
                                update
                                    .SetProperty(delivery => delivery.NextAttemptAt, now)
                                    .SetProperty(delivery => delivery.Step, 0),
                            cancellationToken
                        );
                }

                return Done.Instance;
            },
            cancellationToken
        );
}
