namespace DataConnectors.Core.Events;

/// <summary>Knows, in memory, what anybody subscribed to, so that what interests nobody is neither written nor serialized.</summary>
public interface IEventInterest
{
    /// <summary>Whether an event of the topic is to be written. Costs no more than a look into a set.</summary>
    bool Wants(string topic);
}

/// <summary>What an installation without subscriptions has.</summary>
internal sealed class NoInterest : IEventInterest
{
    public bool Wants(string topic) => false;
}
