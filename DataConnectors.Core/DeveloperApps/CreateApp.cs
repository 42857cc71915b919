using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Makes an app with its first client secret.</summary>
public sealed class CreateApp(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector,
    IdGenerator ids,
    TimeProvider clock
)
{
    private readonly NewApp newApp = new(protector, ids, clock);

    /// <summary>The app and its secret, which is never shown again.</summary>
    /// <param name="actor">For whom the app acts by itself.</param>
    /// <param name="details">What it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome<CreatedApp, Fault>> RunAsync(
        Actor actor,
        AppDetails details,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var problems = AppRules.Check(details);
        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        var secret = ClientCredential.NewSecret();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var app = newApp.Add(
            context,
            details.Trimmed(),
            ClientCredential.NewId(),
            secret,
            actor.TeammateId
        );
        return await AppNames.SaveAsync(context, app.Id, app.Name, cancellationToken) is { } fault
            ? fault
            : new CreatedApp(app.Id, app.ClientId, secret);
    }
}
