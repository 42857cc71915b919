using System.Collections.Concurrent;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

/// <summary>A clock on which waits are over as soon as they begin, and which remembers how long they would have taken.</summary>
internal sealed class EagerClock : TimeProvider
{
    /// <summary>Waits of this length and longer are limits, which are never reached here.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(1);

    private long ticks = Some.Instant.UtcTicks;

    /// <summary>The waits so far, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        if (dueTime >= TimeSpan.Zero && dueTime < Limit)
        {
            Waits.Enqueue(dueTime);
            Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Ended();
    }

    private sealed class Ended : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
