using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Reads apps.</summary>
public sealed class AppQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>Every app by name.</summary>
    public async Task<Outcome<IReadOnlyList<AppSummary>, Fault>> ListAsync(
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await WithMaker(context, context.Set<DeveloperApp>())
            .OrderBy(row => row.App.Name)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Summarize);
    }

    /// <summary>One app and its secrets.</summary>
    public async Task<Outcome<AppWithSecrets, Fault>> GetAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await WithMaker(
                context,
                context.Set<DeveloperApp>().Where(app => app.Id == appId)
            )
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return Fault.NotFound("app");
        }

        var now = clock.GetUtcNow();
        var secrets = await context
            .Set<AppSecret>()
            .Where(secret =>
                secret.AppId == appId && (secret.ExpiresAt == null || secret.ExpiresAt > now)
            )
            .OrderByDescending(secret => secret.Id)
            .Select(secret => new AppSecretSummary(secret.CreatedAt, secret.ExpiresAt))
            .ToListAsync(cancellationToken);
        return new AppWithSecrets(Summarize(row), secrets);
    }

    /// <summary>What a teammate is told of the app that asks for consent; null when there is none.</summary>
    public async Task<AppSummary?> FindByClientIdAsync(
        string clientId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await WithMaker(
                context,
                context.Set<DeveloperApp>().Where(app => app.ClientId == clientId)
            )
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Summarize(row);
    }

    private static IQueryable<Row> WithMaker(
        DataConnectorsDbContext context,
        IQueryable<DeveloperApp> apps
    ) =>
        from app in apps.AsNoTracking()
        join teammate in context.Set<Teammate>() on app.CreatedById equals teammate.Id into makers
        from maker in makers.DefaultIfEmpty()
        select new Row { App = app, MakerName = maker == null ? null : maker.Name };

    private static AppSummary Summarize(Row row) =>
        new(
            row.App.Id,
            row.App.Name,
            row.App.ClientId,
            StoredList.Scopes(row.App.Scopes),
            StoredList.Lines(row.App.RedirectUris),
            row.MakerName,
            row.App.CreatedAt
        );

    private sealed class Row
    {
        public required DeveloperApp App { get; init; }

        public string? MakerName { get; init; }
    }
}
