using System.ComponentModel.DataAnnotations;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>How long tokens are accepted. Section <c>OAuth</c> of the configuration.</summary>
internal sealed class OAuthOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "OAuth";

    /// <summary>Minutes for which an access token is accepted: 1–525,600 (a year), 60 by default.</summary>
    [Range(1, 525_600, ErrorMessage = "OAuth:AccessTokenMinutes must be between 1 and 525600.")]
    public int AccessTokenMinutes { get; init; } = 60;

    /// <summary>Days for which a refresh token is accepted, anew with each use: 1–365, 30 by default.</summary>
    [Range(1, 365, ErrorMessage = "OAuth:RefreshTokenDays must be between 1 and 365.")]
    public int RefreshTokenDays { get; init; } = 30;
}
