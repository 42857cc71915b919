using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace DataConnectors.Core.Persistence;

/// <summary>
/// A prepared INSERT by SQLite's own interface: UTF-8 goes from a buffer into the database without becoming strings, parameters and change
/// tracking on the way, which together cost several times the insert itself. Names of table and columns come from EF's model, so a
/// migration cannot pass it by.
/// </summary>
internal sealed class PreparedInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <summary>Prepares the statement for rows of an entity.</summary>
    /// <param name="model">Knows the names.</param>
    /// <param name="connection">Open.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="properties">What is written of it; their places, counted from 1, are what values are bound to.</param>
    public PreparedInsert(
        IModel model,
        SqliteConnection connection,
        Type entity,
        IReadOnlyCollection<string> properties
    )
    {
        var type = model.FindEntityType(entity)!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var names = properties.Select(property =>
            $"\"{type.FindProperty(property)!.GetColumnName(table)}\""
        );
        var sql =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) "
            + $"VALUES ({string.Join(", ", properties.Select(_ => "?"))})";
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>Binds a number.</summary>
    public void Bind(int place, long value) =>
        Check(raw.sqlite3_bind_int64(statement, place, value));

    /// <summary>Binds text.</summary>
    public void Bind(int place, string value) =>
        Check(raw.sqlite3_bind_text(statement, place, value));

    /// <summary>Binds text in UTF-8.</summary>
    public void Bind(int place, ReadOnlySpan<byte> value) =>
        Check(
            // The address of no bytes is null, and would be taken for SQL's null.
            value.IsEmpty
                ? raw.sqlite3_bind_text(statement, place, "")
                : raw.sqlite3_bind_text(statement, place, value)
        );

    /// <summary>Binds SQL's null.</summary>
    public void BindNull(int place) => Check(raw.sqlite3_bind_null(statement, place));

    /// <summary>Inserts what is bound, in the transaction that is open on the connection.</summary>
    public void Run()
    {
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
