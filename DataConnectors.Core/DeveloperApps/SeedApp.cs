using DataConnectors.Core.Credentials;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Makes or updates the app that the configuration names, so that scripts know its client id and secret beforehand.</summary>
public sealed class SeedApp(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    ISecretProtector protector,
    AppSecrets secrets,
    AccessGrantCache grants,
    IdGenerator ids,
    TimeProvider clock
)
{
    private readonly NewApp newApp = new(protector, ids, clock);

    /// <summary>False while nobody may access the developer hub, so that there is no one to act for.</summary>
    /// <param name="clientId">What it is known by.</param>
    /// <param name="secret">The only secret it has afterwards.</param>
    /// <param name="scopes">What it may ask for, of <see cref="ApiScopes.All"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> RunAsync(
        string clientId,
        SecretText secret,
        IReadOnlyCollection<string> scopes,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var app = await context
            .Set<DeveloperApp>()
            .FirstOrDefaultAsync(app => app.ClientId == clientId, cancellationToken);
        if (app is null)
        {
            var makerId = await context
                .Set<Teammate>()
                .Where(teammate => teammate.CanAccessDeveloperHub)
                .OrderBy(teammate => teammate.Id)
                .Select(teammate => (long?)teammate.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (makerId is null)
            {
                return false;
            }

            var isNameTaken = await context
                .Set<DeveloperApp>()
                .AnyAsync(other => other.Name == clientId, cancellationToken);
            newApp.Add(
                context,
                new AppDetails(
                    isNameTaken ? $"{clientId} (seeded)" : clientId,
                    scopes,
                    []
                ).Trimmed(),
                clientId,
                secret,
                makerId.Value
            );
        }
        else
        {
            app.Scopes = StoredList.OfScopes(ApiScopes.All.Where(scopes.Contains));
            if (!await secrets.IsOnlyOneAsync(app.Id, secret.Open(), cancellationToken))
            {
                context.RemoveRange(
                    await context
                        .Set<AppSecret>()
                        .Where(stored => stored.AppId == app.Id)
                        .ToListAsync(cancellationToken)
                );
                newApp.AddSecret(context, app.Id, secret);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        grants.Forget();
        return true;
    }
}
