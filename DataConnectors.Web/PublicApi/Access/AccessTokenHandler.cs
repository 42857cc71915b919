using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Web.PublicApi.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.PublicApi.Access;

/// <summary>Knows the caller by the bearer token, and answers with the error list where there is none that is accepted.</summary>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    PersonalAccessTokens personalTokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var token = header[Bearer.Length..].Trim();
        var grant = await personalTokens.FindAsync(
            AccessTokenText.HashOf(token),
            Context.RequestAborted
        );
        if (grant is null)
        {
            return AuthenticateResult.Fail("The access token is not known.");
        }

        Context.Features.Set(grant);
        return AuthenticateResult.Success(new AuthenticationTicket(UserOf(grant), Scheme.Name));
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

    private ClaimsPrincipal UserOf(AccessGrant grant) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(
                        ClaimTypes.NameIdentifier,
                        grant.Actor.TeammateId.ToString(CultureInfo.InvariantCulture)
                    ),
                    .. grant.Scopes.Select(scope => new Claim(ScopeHandler.ScopeClaim, scope)),
                ],
                Scheme.Name
            )
        );
}
