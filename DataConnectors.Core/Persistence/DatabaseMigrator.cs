using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Persistence;

/// <summary>Brings the database to the present schema at start, creating it when there is none.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    private readonly TaskCompletionSource migrated = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Ends when the schema is there, for those who work beside the start.</summary>
    public Task Migrated => migrated.Task;

    /// <summary>Applies every pending migration and switches SQLite to write-ahead logging (it opens in journal mode "delete").</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        migrated.TrySetResult();
    }
}
