using System.Collections.Immutable;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>Tells open pages of execution results that were just committed, in this process.</summary>
public sealed class ExecutionFeed(TimeProvider clock)
{
    /// <summary>The shortest time between two calls to one subscriber.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private ImmutableArray<Subscription> subscriptions = [];

    /// <summary>
    /// Calls <paramref name="onNew"/> with the number of new results that match <paramref name="filter"/>, at most once per
    /// <see cref="Interval"/>, on a thread of the pool, until the returned token is disposed.
    /// </summary>
    public IDisposable Subscribe(ExecutionResultFilter filter, Action<int> onNew)
    {
        var subscription = new Subscription(this, filter, onNew, clock);
        ImmutableInterlocked.Update(
            ref subscriptions,
            (all, added) => all.Add(added),
            subscription
        );
        return subscription;
    }

    internal void Announce(IReadOnlyList<ExecutionResult> committed)
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Take(committed);
        }
    }

    private sealed class Subscription(
        ExecutionFeed feed,
        ExecutionResultFilter filter,
        Action<int> onNew,
        TimeProvider clock
    ) : IDisposable
    {
        private readonly Lock gate = new();
        private ITimer? timer;
        private int waiting;

        public void Take(IReadOnlyList<ExecutionResult> committed)
        {
            var matching = committed.Count(filter.Matches);
            if (matching == 0)
            {
                return;
            }

            lock (gate)
            {
                waiting += matching;
                timer ??= clock.CreateTimer(
                    _ => Tell(),
                    state: null,
                    Interval,
                    Timeout.InfiniteTimeSpan
                );
            }
        }

        public void Dispose()
        {
            ImmutableInterlocked.Update(
                ref feed.subscriptions,
                (all, removed) => all.Remove(removed),
                this
            );
            lock (gate)
            {
                waiting = 0;
                timer?.Dispose();
            }
        }

        private void Tell()
        {
            int count;
            lock (gate)
            {
                count = waiting;
                waiting = 0;
                timer?.Dispose();
                timer = null;
            }

            if (count > 0)
            {
                onNew(count);
            }
        }
    }
}
