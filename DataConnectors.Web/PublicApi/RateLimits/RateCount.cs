using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.PublicApi.RateLimits;

/// <summary>What a request is told about the limit that is nearest.</summary>
/// <param name="Limit">Requests of one window.</param>
/// <param name="Remaining">What is left of them after this request.</param>
/// <param name="ResetsAt">When the window ends, in Unix seconds.</param>
/// <param name="IsExceeded">Whether nothing was left for this request.</param>
internal readonly record struct RateStanding(
    int Limit,
    int Remaining,
    long ResetsAt,
    bool IsExceeded
);

/// <summary>
/// Counts requests by caller and for the workspace, in windows of ten seconds that hold a sixth of what a minute allows each.
/// </summary>
internal sealed class RateCount(IOptions<RateLimitOptions> options, TimeProvider clock)
{
    /// <summary>How long a window is: 10 s.</summary>
    public const int WindowSeconds = 10;

    private const int WindowsPerMinute = 60 / WindowSeconds;
    private readonly int perCaller = options.Value.PerAppPerMinute / WindowsPerMinute;
    private readonly int perWorkspace = options.Value.PerWorkspacePerMinute / WindowsPerMinute;
    private readonly RateWindow workspace = new();

    // One small object for each app and token that was used since the start: they are made by hand.
    private readonly ConcurrentDictionary<long, RateWindow> callers = new();

    /// <summary>Counts a request of this caller.</summary>
    public RateStanding Take(long callerId)
    {
        var window = clock.GetUtcNow().ToUnixTimeSeconds() / WindowSeconds;
        var resetsAt = (window + 1) * WindowSeconds;
        var left = callers.GetOrAdd(callerId, static _ => new RateWindow()).Take(window, perCaller);
        if (left < 0)
        {
            return new(perCaller, 0, resetsAt, IsExceeded: true);
        }

        var leftOfAll = workspace.Take(window, perWorkspace);
        return leftOfAll < 0 ? new(perWorkspace, 0, resetsAt, IsExceeded: true)
            : leftOfAll < left ? new(perWorkspace, leftOfAll, resetsAt, IsExceeded: false)
            : new(perCaller, left, resetsAt, IsExceeded: false);
    }
}
