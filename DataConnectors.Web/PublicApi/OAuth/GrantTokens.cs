using DataConnectors.Core.DeveloperApps;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>
/// Answers a token request that OpenIddict found to be in order. By itself an app acts for the teammate who made it, with a code or a
/// refresh token for the one who consented, and only while that teammate may access the developer hub.
/// </summary>
internal sealed class GrantTokens(AppGrants grants)
    : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var request = context.Request;
        var clientId = context.ClientId ?? request.ClientId ?? "";
        var grant = request.IsClientCredentialsGrantType()
            ? await grants.FindOwnAsync(clientId, context.CancellationToken)
            : await grants.FindAsync(
                clientId,
                context.Principal?.TeammateId() ?? 0,
                expiresAt: null,
                context.CancellationToken
            );
        if (grant is not { Actor.CanAccessDeveloperHub: true })
        {
            context.Reject(
                OAuthErrors.InvalidGrant,
                "The teammate for whom this app acts is gone, or may not access the developer hub any more."
            );
            return;
        }

        if (context.Principal is not { } principal)
        {
            context.SignIn(
                OAuthIdentity.Of(grant.Actor.TeammateId, RequestedScopes.Of(request, grant.Scopes))
            );
            return;
        }

        // What was taken from the app since then is not given again; a refresh may ask for less.
        var asked = request.GetScopes();
        principal.SetScopes(
            principal
                .GetScopes()
                .Where(scope =>
                    scope == Scopes.OfflineAccess
                    || (
                        grant.Scopes.Contains(scope, StringComparer.Ordinal)
                        && (asked.IsEmpty || asked.Contains(scope))
                    )
                )
        );
        context.SignIn(principal);
    }
}
