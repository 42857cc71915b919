using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Changes what an app is called, may ask for, and where authorization codes may go.</summary>
public sealed class ChangeApp(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    AccessGrantCache grants
)
{
    /// <summary>Done; scopes that were taken away are gone from tokens it has already, too.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        Actor actor,
        long appId,
        AppDetails details,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var app = await context
            .Set<DeveloperApp>()
            .FirstOrDefaultAsync(app => app.Id == appId, cancellationToken);
        if (app is null)
        {
            return Fault.NotFound("app");
        }

        var problems = AppRules.Check(details);
        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var (name, scopes, redirectUris) = details.Trimmed();
        app.Name = name;
        app.Scopes = StoredList.OfScopes(scopes);
        app.RedirectUris = StoredList.OfLines(redirectUris);
        if (await AppNames.SaveAsync(context, appId, name, cancellationToken) is { } fault)
        {
            return fault;
        }

        grants.Forget();
        return Done.Instance;
    }
}
