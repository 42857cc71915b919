using System.Security.Claims;
using DataConnectors.Core.Workspace;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>
/// Looks once a minute whether the teammate of an open circuit may still be there: a deleted teammate or a changed security stamp
/// ends the session, a changed name or permission takes effect without a new sign-in.
/// </summary>
internal sealed class TeammateRevalidation(
    ILoggerFactory loggers,
    IServiceScopeFactory scopes,
    IOptions<IdentityOptions> options
) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <summary>How old a permission may be: 1 min.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var teammates = scope.ServiceProvider.GetRequiredService<UserManager<Teammate>>();
        var user = authenticationState.User;
        var teammate = await teammates.GetUserAsync(user);
        if (
            teammate is null
            || user.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
                != await teammates.GetSecurityStampAsync(teammate)
        )
        {
            return false;
        }

        if (
            user.HasClaim(CurrentActor.DeveloperHubClaim, "true") != teammate.CanAccessDeveloperHub
            || user.FindFirstValue(ClaimTypes.GivenName) != teammate.Name
        )
        {
            var claims = scope.ServiceProvider.GetRequiredService<
                IUserClaimsPrincipalFactory<Teammate>
            >();
            SetAuthenticationState(
                Task.FromResult(new AuthenticationState(await claims.CreateAsync(teammate)))
            );
        }

        return true;
    }
}
