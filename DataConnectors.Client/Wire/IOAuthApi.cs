using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Access tokens. With a client id and secret in the options the client fetches its own and nobody need call this.</summary>
public interface IOAuthApi
{
    /// <summary>Asks for an access token.</summary>
    [Post("/oauth/token")]
    Task<AccessTokenAnswer> RequestTokenAsync(
        [Body(BodySerializationMethod.UrlEncoded)] AccessTokenRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives an access or refresh token back: it is accepted no longer.</summary>
    [Post("/oauth/revoke")]
    Task RevokeAsync(
        [Body(BodySerializationMethod.UrlEncoded)] TokenOfApp token,
        CancellationToken cancellationToken = default
    );

    /// <summary>Asks what a token is good for.</summary>
    [Post("/oauth/introspect")]
    Task<TokenState> IntrospectAsync(
        [Body(BodySerializationMethod.UrlEncoded)] TokenOfApp token,
        CancellationToken cancellationToken = default
    );
}
