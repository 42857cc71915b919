using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace DataConnectors.Core.DeveloperApps.OAuth;

/// <summary>Stores tokens; whatever revokes some, grants that were remembered are forgotten at once.</summary>
internal sealed class OAuthTokens(
    IOpenIddictTokenCache<OAuthToken> cache,
    ILogger<OpenIddictTokenManager<OAuthToken>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictTokenStore<OAuthToken> store,
    AccessGrantCache grants
) : OpenIddictTokenManager<OAuthToken>(cache, logger, options, store)
{
    public override async ValueTask<bool> TryRevokeAsync(
        OAuthToken token,
        CancellationToken cancellationToken = default
    )
    {
        var isRevoked = await base.TryRevokeAsync(token, cancellationToken);
        grants.Forget();
        return isRevoked;
    }

    /// <summary>What a code or refresh token that is used twice leads to.</summary>
    public override async ValueTask<long> RevokeByAuthorizationIdAsync(
        string identifier,
        CancellationToken cancellationToken = default
    )
    {
        var revoked = await base.RevokeByAuthorizationIdAsync(identifier, cancellationToken);
        grants.Forget();
        return revoked;
    }
}
