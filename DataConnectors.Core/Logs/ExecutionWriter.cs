using System.Data.Common;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Commits executions, and the attribute changes that came with them, in one transaction. It keeps one connection open between
/// groups, so it is for one thread: the recorder's.
/// </summary>
internal sealed class ExecutionWriter(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IEnumerable<IObjectStore> stores
) : IDisposable
{
    private readonly IObjectStore[] stores = [.. stores];
    private readonly ExecutionRow row = new();
    private DataConnectorsDbContext? context;
    private ExecutionInsert? insert;

    /// <summary>
    /// Returns when the whole group is durable. Throws when nothing of it was written; the next call starts on a new connection.
    /// </summary>
    public void Commit(IReadOnlyList<PendingExecution> group)
    {
        try
        {
            Write(Open(), group);
        }
        catch
        {
            Close();
            throw;
        }
    }

    public void Dispose()
    {
        Close();
        row.Dispose();
    }

    private void Write(DataConnectorsDbContext open, IReadOnlyList<PendingExecution> group)
    {
        using var transaction = open.Database.BeginTransaction();
        foreach (var pending in group)
        {
            row.Fill(pending.Result);
            insert!.Run(row);
            if (pending.Result.AcceptedChanges.Count > 0)
            {
                Apply(open, pending.Result);
            }
        }

        transaction.Commit();
    }

    private void Apply(DataConnectorsDbContext open, ExecutionResult result)
    {
        foreach (var store in stores)
        {
            var changes = result
                .AcceptedChanges.Where(change => store.Stores(change.ObjectType))
                .ToList();
            if (changes.Count > 0)
            {
                // The recorder's thread has nothing else to do until the group is written.
                store
                    .ApplyAsync(open, result, changes, CancellationToken.None)
                    .GetAwaiter()
                    .GetResult();
            }
        }
    }

    private DataConnectorsDbContext Open()
    {
        if (context is null)
        {
            context = contexts.CreateDbContext();
            context.Database.OpenConnection();
            insert = new ExecutionInsert(
                context.Model,
                (SqliteConnection)context.Database.GetDbConnection()
            );
        }

        return context;
    }

    private void Close()
    {
        insert?.Dispose();
        insert = null;
        try
        {
            context?.Dispose();
        }
        catch (DbException)
        {
            // A connection that broke may not close either; it is not used again.
        }

        context = null;
    }
}
