using DataConnectors.Core.DeveloperApps;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Validation.OpenIddictValidationEvents;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Knows the access tokens of OAuth when they are sent.</summary>
internal sealed class OAuthAccess(IServiceScopeFactory scopes, AppGrants grants)
{
    /// <summary>What a token is good for; null when it is none of ours, has ended, or its app or teammate is gone.</summary>
    /// <param name="reference">What <see cref="AccessTokenText.Unwrap"/> gave.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<AccessGrant?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var transaction = await services
            .GetRequiredService<IOpenIddictValidationFactory>()
            .CreateTransactionAsync();
        var validation = new ProcessAuthenticationContext(transaction)
        {
            AccessToken = reference,
            CancellationToken = cancellationToken,
        };
        await services
            .GetRequiredService<IOpenIddictValidationDispatcher>()
            .DispatchAsync(validation);
        if (
            validation.IsRejected
            || validation.AccessTokenPrincipal is not { } principal
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
            cancellationToken
        );
        return grant is null
            ? null
            : grant with
            {
                Scopes = [.. grant.Scopes.Intersect(principal.GetScopes(), StringComparer.Ordinal)],
            };
    }
}
