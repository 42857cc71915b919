using DataConnectors.Core.DeveloperApps;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Refuses scopes that the app may not ask for. Who asks for none is given all of the app's.</summary>
internal sealed class RequestedScopes(AppQueries apps)
    : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>,
        IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    /// <summary>What a request without scopes is given of the scopes of its app, and any other request of those it asks for.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="ofApp">What the app may ask for.</param>
    public static IReadOnlyList<string> Of(OpenIddictRequest request, IReadOnlyList<string> ofApp)
    {
        var asked = request.GetScopes();
        return asked.IsEmpty ? ofApp : asked;
    }

    public async ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (await FindRefusedAsync(context.Request, context.CancellationToken) is { } refused)
        {
            context.Reject(OAuthErrors.InvalidScope, refused);
        }
    }

    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (
            context.Request.IsClientCredentialsGrantType()
            && await FindRefusedAsync(context.Request, context.CancellationToken) is { } refused
        )
        {
            context.Reject(OAuthErrors.InvalidScope, refused);
        }
    }

    private async Task<string?> FindRefusedAsync(
        OpenIddictRequest request,
        CancellationToken cancellationToken
    )
    {
        var asked = request.GetScopes();
        if (asked.IsEmpty)
        {
            return null;
        }

        var app = await apps.FindByClientIdAsync(request.ClientId ?? "", cancellationToken);
        var refused = asked
            .Except([.. app?.Scopes ?? [], Scopes.OfflineAccess], StringComparer.Ordinal)
            .ToList();
        return refused.Count == 0
            ? null
            : $"This app may not ask for {string.Join(", ", refused)}. It may ask for {string.Join(", ", app?.Scopes ?? [])}.";
    }
}
