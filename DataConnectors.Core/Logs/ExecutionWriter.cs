using System.Data.Common;
using DataConnectors.Core.Alerts;
using DataConnectors.Core.Events;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Commits executions, the changes that came with them and the events that tell of them, in one transaction. It keeps one connection open between
/// groups, so it is for one thread: the recorder's.
/// </summary>
internal sealed class ExecutionWriter(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    IEnumerable<IObjectStore> stores,
    IEventInterest interest,
    EventSignal signal,
    AlertWriter alerts,
    IdGenerator ids,
    ILogger<ExecutionWriter> logger
) : IDisposable
{
    private const string Savepoint = "changes";

    private readonly IObjectStore[] stores = [.. stores];
    private readonly ExecutionRow row = new();
    private DataConnectorsDbContext? context;
    private ExecutionInsert? insert;
    private ExecutionEvents? events;

    /// <summary>
    /// Returns when the whole group is durable. Throws when nothing of it was written; the next call starts on a new connection.
    /// </summary>
    public void Commit(IReadOnlyList<PendingExecution> group)
    {
        try
        {
            Write(Open(), group);
            Announce();
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
            var result = pending.Result;
            row.Fill(result.AcceptedChanges.Count == 0 ? result : Store(open, transaction, result));
            insert!.Run(row);
        }

        events!.Write((SqliteTransaction)transaction.GetDbTransaction(), group);
        transaction.Commit();
    }

    private void Announce()
    {
        if (
            interest.Wants(EventTopics.ExecutionCompleted)
            || interest.Wants(EventTopics.ConnectorAlert)
        )
        {
            signal.Wake();
        }
    }

    /// <summary>
    /// Stores what the run changes and says in its findings what could not be. A change that the database refuses for what it is
    /// undoes the changes of its own run, and neither the record nor the other runs wait for it.
    /// </summary>
    private ExecutionResult Store(
        DataConnectorsDbContext open,
        IDbContextTransaction transaction,
        ExecutionResult result
    )
    {
        transaction.CreateSavepoint(Savepoint);
        try
        {
            var written = Apply(open, result);
            transaction.ReleaseSavepoint(Savepoint);
            return written.Count == result.AcceptedChanges.Count
                ? result
                : WithFinding(
                    result,
                    written,
                    "Some of what was to be stored is about a person, a conversation or an object type that was deleted meanwhile, and was left out."
                );
        }
        catch (Exception exception) when (DatabaseRefusal.IsForGood(exception))
        {
            transaction.RollbackToSavepoint(Savepoint);
            logger.LogError(
                exception,
                "The changes of execution {ExecutionId} are left out: the database refuses them",
                result.Id
            );
            return WithFinding(
                result,
                written: [],
                "The database refused what was to be stored, so nothing of it was. The server's log says why."
            );
        }
    }

    private static ExecutionResult WithFinding(
        ExecutionResult result,
        IReadOnlyList<ObjectChange> written,
        string message
    ) =>
        result with
        {
            AcceptedChanges = written,
            Findings =
            [
                new Problem("objectMappings", message, ProblemSeverity.Warning),
                .. result.Findings,
            ],
        };

    private List<ObjectChange> Apply(DataConnectorsDbContext open, ExecutionResult result)
    {
        var written = new List<ObjectChange>();
        foreach (var store in stores)
        {
            var changes = result
                .AcceptedChanges.Where(change => store.Stores(change.ObjectType))
                .ToList();
            if (changes.Count > 0)
            {
                // The recorder's thread has nothing else to do until the group is written.
                written.AddRange(
                    store
                        .ApplyAsync(open, result, changes, CancellationToken.None)
                        .GetAwaiter()
                        .GetResult()
                );
            }
        }

        return written;
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
            events = new ExecutionEvents(interest, alerts, ids, context);
        }

        return context;
    }

    private void Close()
    {
        insert?.Dispose();
        insert = null;
        events?.Dispose();
        events = null;
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
