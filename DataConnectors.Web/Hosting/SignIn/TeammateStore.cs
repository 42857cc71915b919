using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>Stores teammates. What they may do is remembered for a while by the access tokens that act for them, so changes end that.</summary>
internal sealed class TeammateStore(DataConnectorsDbContext context, AccessGrantCache grants)
    : UserOnlyStore<Teammate, DataConnectorsDbContext, long>(context)
{
    public override async Task<IdentityResult> UpdateAsync(
        Teammate user,
        CancellationToken cancellationToken = default
    )
    {
        var result = await base.UpdateAsync(user, cancellationToken);
        grants.Forget();
        return result;
    }

    public override async Task<IdentityResult> DeleteAsync(
        Teammate user,
        CancellationToken cancellationToken = default
    )
    {
        var result = await base.DeleteAsync(user, cancellationToken);
        grants.Forget();
        return result;
    }
}
