using DataConnectors.Client.Names;
using Refit;

namespace DataConnectors.Client.Models;

/// <summary>A request for an access token, sent as a form.</summary>
public sealed record AccessTokenRequest
{
    /// <summary>How the token is asked for.</summary>
    [AliasAs("grant_type")]
    public required GrantType GrantType { get; init; }

    /// <summary>The app.</summary>
    [AliasAs("client_id")]
    public required string ClientId { get; init; }

    /// <summary>One of its secrets; null for an app that has none.</summary>
    [AliasAs("client_secret")]
    public string? ClientSecret { get; init; }

    /// <summary>The scopes, separated by spaces; all that the app may have when null.</summary>
    [AliasAs("scope")]
    public string? Scope { get; init; }

    /// <summary>The refresh token, with <see cref="GrantType.RefreshToken"/>.</summary>
    [AliasAs("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary>The authorization code, with <see cref="GrantType.AuthorizationCode"/>.</summary>
    [AliasAs("code")]
    public string? Code { get; init; }

    /// <summary>Where the code was sent.</summary>
    [AliasAs("redirect_uri")]
    public string? RedirectUri { get; init; }

    /// <summary>What the code challenge was made of.</summary>
    [AliasAs("code_verifier")]
    public string? CodeVerifier { get; init; }

    /// <summary>Without its secrets.</summary>
    public override string ToString() =>
        $"AccessTokenRequest {{ GrantType = {GrantType}, ClientId = {ClientId} }}";
}

/// <summary>An access token.</summary>
public sealed record AccessTokenAnswer : ApiObject
{
    /// <summary>The token that every request carries.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary>How it is sent: <c>Bearer</c>.</summary>
    public string? TokenType { get; init; }

    /// <summary>How many seconds it is accepted from now; null for ever.</summary>
    public long? ExpiresIn { get; init; }

    /// <summary>With what the next one is asked for; null where there is none.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>What it is good for, separated by spaces; null for what was asked for.</summary>
    public string? Scope { get; init; }

    /// <summary>Without its secrets.</summary>
    public override string ToString() =>
        $"AccessTokenAnswer {{ ExpiresIn = {ExpiresIn}, Scope = {Scope} }}";
}

/// <summary>A token whose app asks about it or gives it back, sent as a form.</summary>
public sealed record TokenOfApp
{
    /// <summary>The token.</summary>
    [AliasAs("token")]
    public required string Token { get; init; }

    /// <summary>The app.</summary>
    [AliasAs("client_id")]
    public required string ClientId { get; init; }

    /// <summary>One of its secrets; null for an app that has none.</summary>
    [AliasAs("client_secret")]
    public string? ClientSecret { get; init; }

    /// <summary>Without its secrets.</summary>
    public override string ToString() => $"TokenOfApp {{ ClientId = {ClientId} }}";
}

/// <summary>What the server knows of a token.</summary>
public sealed record TokenState : ApiObject
{
    /// <summary>Whether it is accepted.</summary>
    public bool Active { get; init; }

    /// <summary>What it is good for, separated by spaces.</summary>
    public string? Scope { get; init; }

    /// <summary>The app it was given to.</summary>
    public string? ClientId { get; init; }

    /// <summary>When it stops being accepted, in seconds since 1970; null for never.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("exp")]
    public long? ExpiresAt { get; init; }
}
