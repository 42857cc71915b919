using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace DataConnectors.Web.PublicApi.Access;

/// <summary>An access token with any one of the scopes.</summary>
/// <param name="Scopes">Empty for any access token.</param>
internal sealed record ScopeRequirement(IReadOnlyList<string> Scopes) : IAuthorizationRequirement;

/// <summary>Judges by the claims that the access token brought.</summary>
internal sealed class ScopeHandler : AuthorizationHandler<ScopeRequirement>
{
    /// <summary>The claim that carries one scope.</summary>
    public const string ScopeClaim = "scope";

    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        ScopeRequirement requirement
    )
    {
        if (requirement.Scopes.Count == 0 || HasAny(context.User, requirement.Scopes))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool HasAny(ClaimsPrincipal user, IReadOnlyList<string> scopes)
    {
        foreach (var scope in scopes)
        {
            if (user.HasClaim(ScopeClaim, scope))
            {
                return true;
            }
        }

        return false;
    }
}
