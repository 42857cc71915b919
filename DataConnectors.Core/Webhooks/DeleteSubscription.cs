using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Webhooks;

/// <summary>Ends a subscription for good, with what waits for it and its log.</summary>
public sealed class DeleteSubscription(SubscriptionChanges changes)
{
    /// <summary>Deletes it.</summary>
    public Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    ) =>
        changes.RunAsync(
            actor,
            appId,
            (context, subscription) =>
            {
                context.Remove(subscription);
                return Task.FromResult<Outcome<Done, Fault>>(Done.Instance);
            },
            cancellationToken
        );
}
