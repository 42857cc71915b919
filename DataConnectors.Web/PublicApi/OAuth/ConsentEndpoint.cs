using System.Globalization;
using System.Security.Claims;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Web.Hosting.SignIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DataConnectors.Web.PublicApi.OAuth;

/// <summary>Takes the teammate's answer of the consent page, and sends the app a code or the refusal.</summary>
internal static class ConsentEndpoint
{
    /// <summary>The field that carries the answer; anything but <see cref="Allow"/> refuses.</summary>
    private const string Answer = "answer";

    private const string Allow = "allow";

    private static readonly string[] Schemes =
    [
        OpenIddictServerAspNetCoreDefaults.AuthenticationScheme,
    ];

    /// <summary>Maps the posting of the page's form. OpenIddict has checked the request anew before it comes here.</summary>
    public static void MapConsent(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(OAuthPaths.Authorize, DecideAsync)
            .RefuseForgeries()
            .ExcludeFromDescription()
            // The page itself answers on the same path, and pages accept posts, too.
            .WithOrder(-1);

    private static async Task<IResult> DecideAsync(
        HttpContext context,
        AppGrants grants,
        CancellationToken cancellationToken
    )
    {
        var request =
            context.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("OpenIddict did not see this request.");
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (form[Answer] != Allow)
        {
            return Refuse("The teammate did not allow it.");
        }

        var teammateId = long.Parse(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "0",
            CultureInfo.InvariantCulture
        );
        var grant = await grants.FindAsync(
            request.ClientId ?? "",
            teammateId,
            expiresAt: null,
            cancellationToken
        );
        return grant is { Actor.CanAccessDeveloperHub: true }
            ? Results.SignIn(
                OAuthIdentity.Of(
                    teammateId,
                    request.GetScopes().IsEmpty
                        ? [.. grant.Scopes, Scopes.OfflineAccess]
                        : request.GetScopes()
                ),
                authenticationScheme: Schemes[0]
            )
            : Refuse("The teammate may not access the developer hub.");
    }

    private static IResult Refuse(string why) =>
        Results.Forbid(
            new AuthenticationProperties(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] =
                        OAuthErrors.AccessDenied,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = why,
                }
            ),
            Schemes
        );
}
