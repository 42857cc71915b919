using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.OAuth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.PublicApi.Access;

/// <summary>Knows the caller by the bearer token, and answers with the error list where there is none that is accepted.</summary>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    AccessGrantCache grants,
    PersonalAccessTokens personalTokens,
    OAuthAccess oauth
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    // A grant is remembered for many requests, and its claims with it.
    private static readonly ConditionalWeakTable<AccessGrant, ClaimsPrincipal> Users = new();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var token = header[Bearer.Length..].Trim();
        var hash = AccessTokenText.HashOf(token);
        if (!grants.TryGet(hash, out var grant))
        {
            grant = await FindAsync(token, hash);
        }

        if (grant is null)
        {
            return AuthenticateResult.Fail("The access token is not known.");
        }

        Context.Features.Set(grant);
        return AuthenticateResult.Success(
            new AuthenticationTicket(Users.GetValue(grant, UserOf), Scheme.Name)
        );
    }

    private async Task<AccessGrant?> FindAsync(string token, string hash)
    {
        if (AccessTokenText.Unwrap(token) is not { } reference)
        {
            return null;
        }

        var readAt = grants.Generation;
        var grant =
            await personalTokens.FindAsync(hash, Context.RequestAborted)
            ?? await oauth.FindAsync(reference, Context.RequestAborted);
        if (grant is not null)
        {
            grants.Keep(hash, grant, readAt);
        }

        return grant;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiErrors.WriteAsync(
            Context,
            StatusCodes.Status401Unauthorized,
            ErrorCodes.Unauthorized,
            "Access Token Invalid"
        );
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context
            .GetEndpoint()
            ?.Metadata.GetOrderedMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>()
            .Select(data => ApiAccess.Scopes.GetValueOrDefault(data.Policy ?? ""))
            .FirstOrDefault(scopes => scopes is { Count: > 0 });
        return ApiErrors.WriteAsync(
            Context,
            StatusCodes.Status403Forbidden,
            ErrorCodes.Forbidden,
            needed is null
                ? "This access token is not good for this."
                : $"This access token needs the scope {string.Join(" or ", needed)}. Ask for it, or use another token."
        );
    }

    private static ClaimsPrincipal UserOf(AccessGrant grant) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, WireId.Of(grant.Actor.TeammateId)),
                    .. grant.Scopes.Select(scope => new Claim(ScopeHandler.ScopeClaim, scope)),
                ],
                AccessTokenScheme.Name
            )
        );
}
