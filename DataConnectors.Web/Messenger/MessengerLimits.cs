using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.Messenger;

/// <summary>Counts what each browser sends, over the last minute.</summary>
internal sealed class MessengerLimits(IOptions<MessengerOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<long> messages = Of<long>(
        options.Value.MessagesPerMinute
    );
    private readonly PartitionedRateLimiter<string> sessions = Of<string>(
        options.Value.SessionsPerMinute
    );

    /// <summary>Whether this session may send another message now; then it is counted.</summary>
    public bool MaySend(long sessionId) => Take(messages, sessionId);

    /// <summary>Whether another session may be opened from this address now; then it is counted.</summary>
    public bool MayOpen(string address) => Take(sessions, address);

    /// <inheritdoc/>
    public void Dispose()
    {
        messages.Dispose();
        sessions.Dispose();
    }

    private static bool Take<TKey>(PartitionedRateLimiter<TKey> limiter, TKey key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<TKey> Of<TKey>(int perMinute)
        where TKey : notnull =>
        PartitionedRateLimiter.Create<TKey, TKey>(key =>
            RateLimitPartition.GetSlidingWindowLimiter(
                key,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = perMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                    QueueLimit = 0,
                }
            )
        );
}
