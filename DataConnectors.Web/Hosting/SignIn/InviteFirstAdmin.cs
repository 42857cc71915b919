using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Hosting.Startup;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Web.Hosting.SignIn;

/// <summary>Prints the link that creates the first admin, at every start until there is one.</summary>
internal sealed class InviteFirstAdmin(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    FirstAdminInvitation invitation,
    IServer server,
    ILogger<InviteFirstAdmin> logger
) : IStartupTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Teammate>().AnyAsync(cancellationToken))
        {
            invitation.Revoke();
            return;
        }

        var code = await invitation.IssueAsync(cancellationToken);
        logger.LogWarning(
            "Nobody can sign in yet. Create the first admin within 24 hours at {Link} (works once; a restart prints a new link).",
            $"{Address()}/first-admin?code={code}"
        );
    }

    private string Address() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/')
        ?? "";
}
