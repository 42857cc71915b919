namespace DataConnectors.Web.PublicApi.RateLimits;

/// <summary>Counts the requests of one window of time; with the next one it begins at nothing. Without a lock.</summary>
internal sealed class RateWindow
{
    private const int CountBits = 24;
    private const long CountMask = (1L << CountBits) - 1;

    // The number of the window, and below it the count.
    private long state;

    /// <summary>Counts one more request of this window and gives what is left afterwards; -1, uncounted, when nothing was.</summary>
    /// <param name="window">The window's number.</param>
    /// <param name="limit">Requests of one window, less than 2^24.</param>
    public int Take(long window, int limit)
    {
        while (true)
        {
            var seen = Volatile.Read(ref state);
            var count = seen >> CountBits == window ? (int)(seen & CountMask) : 0;
            if (count >= limit)
            {
                return -1;
            }

            var counted = (window << CountBits) | (uint)(count + 1);
            if (Interlocked.CompareExchange(ref state, counted, seen) == seen)
            {
                return limit - count - 1;
            }
        }
    }
}
