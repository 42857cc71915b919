using System.Security.Claims;
using DataConnectors.Core.Workspace;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>Puts the name and the permission, which <see cref="CurrentActor"/> reads, into the signed-in teammate's claims.</summary>
internal sealed class TeammateClaimsFactory(
    UserManager<Teammate> teammates,
    IOptions<IdentityOptions> options
) : UserClaimsPrincipalFactory<Teammate>(teammates, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Teammate user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.Name));
        if (user.CanAccessDeveloperHub)
        {
            identity.AddClaim(new Claim(CurrentActor.DeveloperHubClaim, "true"));
        }

        return identity;
    }
}
