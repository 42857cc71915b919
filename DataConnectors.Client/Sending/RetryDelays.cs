using System.Globalization;
using System.Net;

namespace DataConnectors.Client.Sending;

/// <summary>Reads how long the server asks to be left alone.</summary>
internal static class RetryDelays
{
    private const string Reset = "X-RateLimit-Reset";

    /// <summary>
    /// <c>Retry-After</c>, in seconds or as a date; without it, after too many requests, the end of the window. Null where nothing says.
    /// </summary>
    public static TimeSpan? AskedFor(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.Headers.RetryAfter is { } after)
        {
            return after.Delta ?? FromNow(after.Date!.Value, clock);
        }

        return
            response.StatusCode == HttpStatusCode.TooManyRequests
            && response.Headers.TryGetValues(Reset, out var values)
            && long.TryParse(values.First(), CultureInfo.InvariantCulture, out var seconds)
            ? FromNow(DateTimeOffset.FromUnixTimeSeconds(seconds), clock)
            : null;
    }

    private static TimeSpan FromNow(DateTimeOffset instant, TimeProvider clock)
    {
        var wait = instant - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
