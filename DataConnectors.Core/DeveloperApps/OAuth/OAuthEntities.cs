using OpenIddict.EntityFrameworkCore.Models;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DataConnectors.Core.DeveloperApps.OAuth;

/// <summary>
/// What hangs the tokens of an app on it. It repeats nothing of <see cref="DeveloperApp"/> that can change: names, redirect URIs, scopes
/// and secrets are asked there.
/// </summary>
public sealed class OAuthClient
    : OpenIddictEntityFrameworkCoreApplication<long, OAuthAuthorization, OAuthToken>
{
    /// <summary>That of the app; it is made and deleted with it.</summary>
    internal static OAuthClient Of(DeveloperApp app) =>
        new()
        {
            Id = app.Id,
            ClientId = app.ClientId,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
        };
}

/// <summary>What a teammate allowed an app once; the tokens that came of it hang on it.</summary>
public sealed class OAuthAuthorization
    : OpenIddictEntityFrameworkCoreAuthorization<long, OAuthClient, OAuthToken>;

/// <summary>An authorization code, access token or refresh token. Only a hash of what is sent is kept.</summary>
public sealed class OAuthToken
    : OpenIddictEntityFrameworkCoreToken<long, OAuthClient, OAuthAuthorization>;
