using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>
/// Explains and revokes an app's own tokens only: OpenIddict lets every app do so when a token names no audience, and ours name none.
/// The token of another app looks to it like one that does not exist.
/// </summary>
internal sealed class OwnTokensOnly
    : IOpenIddictServerHandler<HandleIntrospectionRequestContext>,
        IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    /// <summary>Right after OpenIddict has read the token, and before anything is said or done.</summary>
    public static readonly int IntrospectionOrder =
        OpenIddictServerHandlers.Introspection.AttachPrincipal.Descriptor.Order + 500;

    /// <inheritdoc cref="IntrospectionOrder"/>
    public static readonly int RevocationOrder =
        OpenIddictServerHandlers.Revocation.AttachPrincipal.Descriptor.Order + 500;

    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        if (!IsOwn(context.GenericTokenPrincipal, context.Request?.ClientId))
        {
            context.Reject(OAuthErrors.InvalidToken);
            return ValueTask.CompletedTask;
        }

        // OpenIddict tells scopes to audiences only.
        context.Scopes.UnionWith(context.GenericTokenPrincipal?.GetScopes() ?? []);
        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (!IsOwn(context.GenericTokenPrincipal, context.Request?.ClientId))
        {
            context.Reject(OAuthErrors.InvalidToken);
        }

        return ValueTask.CompletedTask;
    }

    // Access tokens name their app in one claim, refresh tokens in the other.
    private static bool IsOwn(ClaimsPrincipal? token, string? clientId) =>
        clientId is not null
        && token is not null
        && (token.GetClaim(Claims.ClientId) == clientId || token.HasPresenter(clientId));
}
