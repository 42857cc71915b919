using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataConnectors.Core.Logs;

/// <summary>Stores custom objects by type and external id, and whom they refer to.</summary>
internal sealed class CustomObjectStore(IdGenerator ids, TimeProvider clock) : IObjectStore
{
    public bool Stores(string objectType) =>
        objectType is not (ObjectMapping.Person or ObjectMapping.Conversation);

    public async Task<IReadOnlyList<ObjectChange>> ApplyAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        IReadOnlyList<ObjectChange> changes,
        CancellationToken cancellationToken
    )
    {
        var keys = changes.Select(change => change.ObjectType).Distinct().ToList();
        var types = await context
            .Set<CustomObjectType>()
            .AsNoTracking()
            .Where(type => keys.Contains(type.Key))
            .ToDictionaryAsync(type => type.Key, StringComparer.Ordinal, cancellationToken);
        var written = changes.Where(change => types.ContainsKey(change.ObjectType)).ToList();
        var personId = written.Any(change => change.References.Count > 0)
            ? await PersonAsync(context, result, cancellationToken)
            : null;

        // By hand and prepared: a run may store hundreds of objects, and the next group waits.
        using var statements = new CustomObjectStatements(
            (SqliteConnection)context.Database.GetDbConnection(),
            (SqliteTransaction)context.Database.CurrentTransaction!.GetDbTransaction(),
            result,
            clock.GetUtcNow()
        );
        foreach (var change in written)
        {
            var type = types[change.ObjectType];
            var objectId = statements.Store(ids.Next(), type.Id, change);
            if (personId is { } person)
            {
                Refer(statements, type, change, objectId, person);
            }
        }

        return written;
    }

    private static void Refer(
        CustomObjectStatements statements,
        CustomObjectType type,
        ObjectChange change,
        long objectId,
        long personId
    )
    {
        // A reference that was deleted since the run began is passed over.
        foreach (
            var reference in type.References.Where(known => change.References.Contains(known.Name))
        )
        {
            statements.Refer(objectId, reference, personId);
        }
    }

    /// <summary>The person of the run; null when there is none, or none any more.</summary>
    private static async Task<long?> PersonAsync(
        DataConnectorsDbContext context,
        ExecutionResult result,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<Person>()
            .Where(person => person.Id == result.PersonId)
            .Select(person => (long?)person.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
