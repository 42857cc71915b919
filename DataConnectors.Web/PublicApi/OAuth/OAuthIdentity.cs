using System.Globalization;
using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>What a token of OAuth says: for which teammate, and what for.</summary>
internal static class OAuthIdentity
{
    private const string AuthenticationType = "OAuth";

    /// <summary>The identity from which a code or a token is made.</summary>
    public static ClaimsPrincipal Of(long teammateId, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(AuthenticationType);
        identity.SetClaim(Claims.Subject, teammateId.ToString(CultureInfo.InvariantCulture));
        identity.SetScopes(scopes);
        identity.SetDestinations(static _ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The teammate of a code or a token of ours; null when it names none.</summary>
    public static long? TeammateId(this ClaimsPrincipal principal) =>
        long.TryParse(
            principal.GetClaim(Claims.Subject),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var id
        )
            ? id
            : null;
}
