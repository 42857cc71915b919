using System.Collections.Frozen;
using DataConnectors.Core.Events;

namespace DataConnectors.Core.Webhooks;

/// <summary>
/// What anybody is subscribed to. Only changed by who holds the database's write lock, so it never says no to a topic whose subscription
/// is committed. Until it was read for the first time it says yes, and what nobody wants is dropped later.
/// </summary>
internal sealed class SubscriptionInterest : IEventInterest
{
    private volatile FrozenSet<string>? topics;

    public bool Wants(string topic) => topics is not { } known || known.Contains(topic);

    /// <summary>Adds what a subscription that is about to be committed wants.</summary>
    public void Widen(IEnumerable<string> added)
    {
        if (topics is { } known)
        {
            topics = [.. known, .. added];
        }
    }

    /// <summary>Replaces it by what stands in the database.</summary>
    public void Set(IEnumerable<WebhookSubscription> subscriptions)
    {
        var current = subscriptions
            .Where(subscription => subscription.State != SubscriptionState.Ended)
            .SelectMany(subscription => subscription.TopicList)
            .ToHashSet(StringComparer.Ordinal);
        if (topics is not { } known || !known.SetEquals(current))
        {
            topics = current.ToFrozenSet(StringComparer.Ordinal);
        }
    }
}
