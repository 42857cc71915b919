using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>What an access token that was accepted is good for.</summary>
/// <param name="Actor">On whose behalf commands run.</param>
/// <param name="AppId">The app that sent it; null for a personal access token.</param>
/// <param name="Scopes">Of <see cref="ApiScopes.All"/>.</param>
/// <param name="ExpiresAt">When it stops being accepted; null for never.</param>
public sealed record AccessGrant(
    Actor Actor,
    long? AppId,
    IReadOnlyList<string> Scopes,
    DateTimeOffset? ExpiresAt
)
{
    /// <summary>Which program calls, an app or the one that holds a personal access token: what requests are counted by.</summary>
    public long CallerId { get; init; } = AppId ?? Actor.TeammateId;
}
