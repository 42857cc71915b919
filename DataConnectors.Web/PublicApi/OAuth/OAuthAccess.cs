using DataConnectors.Core.DeveloperApps;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Validation.OpenIddictValidationEvents;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Knows the access tokens of OAuth when they are sent.</summary>
internal sealed class OAuthAccess(AppGrants grants)
{
    /// <summary>What the bearer token of the request is good for; null when it is none of ours, has ended, or its app or teammate is gone.</summary>
    public async Task<AccessGrant?> FindAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(
            OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme
        );
        if (
            result.Principal is not { } principal
            || principal.TeammateId() is not { } teammateId
            || principal.GetClaim(Claims.ClientId) is not { } clientId
        )
        {
            return null;
        }

        var grant = await grants.FindAsync(
            clientId,
            teammateId,
            principal.GetExpirationDate(),
            context.RequestAborted
        );
        return grant is null
            ? null
            : grant with
            {
                Scopes = [.. grant.Scopes.Intersect(principal.GetScopes(), StringComparer.Ordinal)],
            };
    }

    /// <summary>Takes the form of the wire off the token before OpenIddict looks at it.</summary>
    internal sealed class TakeOffWireForm
        : IOpenIddictValidationHandler<ProcessAuthenticationContext>
    {
        /// <summary>Just after the token is read from the header.</summary>
        public static readonly int Order =
            OpenIddictValidationAspNetCoreHandlers
                .ExtractAccessTokenFromAuthorizationHeader
                .Descriptor
                .Order + 500;

        public ValueTask HandleAsync(ProcessAuthenticationContext context)
        {
            if (context.AccessToken is { } token)
            {
                context.AccessToken = AccessTokenText.Unwrap(token);
            }

            return ValueTask.CompletedTask;
        }
    }
}
