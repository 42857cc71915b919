using System.Globalization;
using System.Security.Claims;
using DataConnectors.Core.Kernel;
using Microsoft.AspNetCore.Components.Authorization;

namespace DataConnectors.Web.Hosting;

/// <summary>The teammate who uses this circuit.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>The claim that carries the permission "Can access developer hub".</summary>
    public const string DeveloperHubClaim = "can_access_developer_hub";

    /// <summary>The teammate; pages require sign-in, so there is one.</summary>
    public async Task<Actor> GetAsync()
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier);
        return id is null
            ? new Actor(0, "", CanAccessDeveloperHub: false)
            : new Actor(
                long.Parse(id, CultureInfo.InvariantCulture),
                user.FindFirstValue(ClaimTypes.GivenName) ?? user.Identity?.Name ?? "",
                user.HasClaim(DeveloperHubClaim, "true")
            );
    }
}
