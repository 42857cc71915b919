using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace DataConnectors.Core.Events;

/// <summary>
/// The prepared statement that inserts one event from UTF-8, by SQLite's own interface: the recorder of executions writes thousands in
/// a second. Names of table and columns come from EF's model.
/// </summary>
internal sealed class OutboxInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public OutboxInsert(IModel model, SqliteConnection connection)
    {
        var entity = model.FindEntityType(typeof(OutboxEvent))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var names = new[]
        {
            nameof(OutboxEvent.Id),
            nameof(OutboxEvent.Topic),
            nameof(OutboxEvent.ItemJson),
            nameof(OutboxEvent.CreatedAt),
        }.Select(property => $"\"{entity.FindProperty(property)!.GetColumnName(table)}\"");
        database = connection.Handle!;
        Check(
            raw.sqlite3_prepare_v2(
                database,
                $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) VALUES (?, ?, ?, ?)",
                out statement
            )
        );
    }

    /// <summary>Inserts the event in the transaction that is open on the connection.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="topic">One of <see cref="EventTopics"/>.</param>
    /// <param name="item">A JSON object in UTF-8; never empty.</param>
    /// <param name="createdAt">When it happened.</param>
    public void Run(long id, string topic, ReadOnlySpan<byte> item, DateTimeOffset createdAt)
    {
        Check(raw.sqlite3_bind_int64(statement, 1, id));
        Check(raw.sqlite3_bind_text(statement, 2, topic));
        Check(raw.sqlite3_bind_text(statement, 3, item));
        Check(raw.sqlite3_bind_int64(statement, 4, createdAt.ToUnixTimeMilliseconds()));
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE)
        {
            // Before the statement is reset: that forgets the message.
            SqliteException.ThrowExceptionForRC(result, database);
        }

        Check(raw.sqlite3_reset(statement));
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
