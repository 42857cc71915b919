using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Webhooks;

/// <summary>Sends notifications once more, with the ids they had. Those of a suspended webhook wait until it is resumed.</summary>
public sealed class ResendDelivery(SubscriptionChanges changes, TimeProvider clock)
{
    /// <summary>One of them; one that waits for its next attempt is tried now.</summary>
    public Task<Outcome<int, Fault>> RunAsync(
        Actor actor,
        long appId,
        long deliveryId,
        CancellationToken cancellationToken
    ) =>
        ResendAsync(
            actor,
            appId,
            deliveries => deliveries.Where(delivery => delivery.Id == deliveryId),
            isSingle: true,
            cancellationToken
        );

    /// <summary>Every one that was given up, tests aside; how many.</summary>
    public Task<Outcome<int, Fault>> RunFailedAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    ) =>
        ResendAsync(
            actor,
            appId,
            deliveries =>
                deliveries.Where(delivery =>
                    delivery.State == DeliveryState.Failed
                    && delivery.Topic != WebhookPayload.TestTopic
                ),
            isSingle: false,
            cancellationToken
        );

    /// <summary>Every one of what happened from <paramref name="from"/> until before <paramref name="until"/>, tests aside; how many.</summary>
    public Task<Outcome<int, Fault>> RunRangeAsync(
        Actor actor,
        long appId,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        from >= until
            ? Task.FromResult<Outcome<int, Fault>>(
                Fault.Invalid("until", "Let the range end after it begins.")
            )
            : ResendAsync(
                actor,
                appId,
                deliveries =>
                    deliveries.Where(delivery =>
                        delivery.CreatedAt >= from
                        && delivery.CreatedAt < until
                        && delivery.Topic != WebhookPayload.TestTopic
                    ),
                isSingle: false,
                cancellationToken
            );

    private Task<Outcome<int, Fault>> ResendAsync(
        Actor actor,
        long appId,
        Func<IQueryable<WebhookDelivery>, IQueryable<WebhookDelivery>> which,
        bool isSingle,
        CancellationToken cancellationToken
    ) =>
        changes.RunAsync(
            actor,
            appId,
            async (context, subscription) =>
            {
                if (subscription.State == SubscriptionState.Ended)
                {
                    return SuspendSubscription.Ended();
                }

                var count = await MakeDueAsync(context, subscription.Id, which, cancellationToken);
                return count == 0 && isSingle
                    ? (Outcome<int, Fault>)Fault.NotFound("delivery")
                    : count;
            },
            cancellationToken
        );

    private Task<int> MakeDueAsync(
        DataConnectorsDbContext context,
        long subscriptionId,
        Func<IQueryable<WebhookDelivery>, IQueryable<WebhookDelivery>> which,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var ofSubscription = context
            .Set<WebhookDelivery>()
            .Where(delivery => delivery.SubscriptionId == subscriptionId);
        return which(ofSubscription)
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(delivery => delivery.State, DeliveryState.Pending)
                        .SetProperty(delivery => delivery.NextAttemptAt, now)
                        .SetProperty(delivery => delivery.Step, 0),
                cancellationToken
            );
    }
}
