using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Web.PublicApi.RateLimits;

/// <summary>How often the public API may be asked. Section <c>RateLimits</c> of the configuration; the defaults are the original's.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "RateLimits";

    private const int Least = 6;
    private const int Most = 100_000_000;

    /// <summary>Requests a minute of one app, or one personal access token: 6–100,000,000, 10,000 by default.</summary>
    [Range(
        Least,
        Most,
        ErrorMessage = "RateLimits:PerAppPerMinute must be between 6 and 100000000."
    )]
    public int PerAppPerMinute { get; init; } = 10_000;

    /// <summary>Requests a minute of all of them together: 6–100,000,000, 25,000 by default.</summary>
    [Range(
        Least,
        Most,
        ErrorMessage = "RateLimits:PerWorkspacePerMinute must be between 6 and 100000000."
    )]
    public int PerWorkspacePerMinute { get; init; } = 25_000;
}
