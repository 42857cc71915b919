using System.Globalization;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using Microsoft.Data.Sqlite;

namespace DataConnectors.Core.Logs;

/// <summary>The prepared statements that write the custom objects of one run.</summary>
internal sealed class CustomObjectStatements : IDisposable
{
    private readonly SqliteCommand store;
    private readonly SqliteCommand forgetOthers;
    private readonly SqliteCommand refer;

    public CustomObjectStatements(
        SqliteConnection connection,
        SqliteTransaction transaction,
        ExecutionResult result,
        DateTimeOffset now
    )
    {
        store = Command(
            """
            INSERT INTO CustomObjects
                (Id, TypeId, ExternalId, AttributesJson, CreatedAt, UpdatedAt, LastExecutionId, LastConnectorId)
            VALUES ($id, $type, $externalId, json_patch('{}', $values), $now, $now, $execution, $connector)
            ON CONFLICT (TypeId, ExternalId) DO UPDATE SET
                AttributesJson = json_patch(iif(json_valid(AttributesJson), AttributesJson, '{}'), $values),
                UpdatedAt = excluded.UpdatedAt,
                LastExecutionId = excluded.LastExecutionId,
                LastConnectorId = excluded.LastConnectorId
            RETURNING Id
            """,
            "$id",
            "$type",
            "$externalId",
            "$values"
        );
        store.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        store.Parameters.AddWithValue("$execution", result.Id);
        store.Parameters.AddWithValue("$connector", result.ConnectorId);
        forgetOthers = Command(
            "DELETE FROM CustomObjectReferences WHERE ObjectId = $object AND Name = $name AND PersonId <> $person",
            "$object",
            "$name",
            "$person"
        );
        refer = Command(
            "INSERT OR IGNORE INTO CustomObjectReferences (ObjectId, Name, PersonId) VALUES ($object, $name, $person)",
            "$object",
            "$name",
            "$person"
        );

        SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            foreach (var name in parameters)
            {
                command.Parameters.AddWithValue(name, DBNull.Value);
            }

            return command;
        }
    }

    /// <summary>Stores or merges an object; returns its id, which is <paramref name="newId"/> for a new one.</summary>
    public long Store(long newId, long typeId, ObjectChange change)
    {
        Set(store, newId, typeId, change.ExternalId!, AttributesJson.Patch(change.Attributes));
        return Convert.ToInt64(store.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Lets a reference lead to a person: to them as well when it leads to many, else to nobody but them.</summary>
    public void Refer(long objectId, ObjectReference reference, long personId)
    {
        if (!reference.IsMany)
        {
            Set(forgetOthers, objectId, reference.Name, personId);
            forgetOthers.ExecuteNonQuery();
        }

        Set(refer, objectId, reference.Name, personId);
        refer.ExecuteNonQuery();
    }

    public void Dispose()
    {
        store.Dispose();
        forgetOthers.Dispose();
        refer.Dispose();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }
    }
}
