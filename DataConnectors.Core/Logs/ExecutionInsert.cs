using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace DataConnectors.Core.Logs;

/// <summary>
/// The prepared statement that inserts one row, by SQLite's own interface: UTF-8 goes from the row's buffer into the database
/// without becoming strings, parameters and change tracking on the way, which together cost several times the insert itself. Names
/// of table and columns come from EF's model, so a migration cannot pass it by.
/// </summary>
internal sealed class ExecutionInsert : IDisposable
{
    private static readonly Column[] Columns =
    [
        new(nameof(ExecutionRecord.Id), static row => row.Result.Id),
        new(nameof(ExecutionRecord.ConnectorId), static row => row.Result.ConnectorId),
        new(nameof(ExecutionRecord.VersionNumber), static row => row.Result.VersionNumber),
        new(
            nameof(ExecutionRecord.StartedAt),
            static row => row.Result.StartedAt.ToUnixTimeMilliseconds()
        ),
        new(nameof(ExecutionRecord.Source), static row => row.Source),
        new(nameof(ExecutionRecord.PersonId), static row => row.Result.PersonId),
        new(nameof(ExecutionRecord.ConversationId), static row => row.Result.ConversationId),
        new(nameof(ExecutionRecord.IsSuccess), static row => row.Result.IsSuccess ? 1 : 0),
        new(nameof(ExecutionRecord.HttpStatus), static row => row.Result.Response?.Status),
        new(nameof(ExecutionRecord.ErrorType), static row => row.ErrorType),
        new(nameof(ExecutionRecord.ErrorMessage), static row => row.ErrorMessage),
        new(
            nameof(ExecutionRecord.DurationMicroseconds),
            static row => ExecutionRow.Microseconds(row.Result.Duration)
        ),
        new(
            nameof(ExecutionRecord.HttpDurationMicroseconds),
            static row =>
                row.Result.HttpDuration is { } http ? ExecutionRow.Microseconds(http) : null
        ),
        new(nameof(ExecutionRecord.ResponseBytes), static row => row.Result.Response?.Body.Length),
        new(nameof(ExecutionRecord.Method), static row => row.Method),
        new(nameof(ExecutionRecord.Url), static row => row.Url),
        new(nameof(ExecutionRecord.InputsJson), static row => row.Inputs),
        new(nameof(ExecutionRecord.TraceJson), static row => row.Trace),
        new(nameof(ExecutionRecord.FindingsJson), static row => row.Findings),
        new(nameof(ExecutionRecord.ChangesJson), static row => row.Changes),
        new(nameof(ExecutionRecord.RequestHeadersJson), static row => row.RequestHeaders),
        new(nameof(ExecutionRecord.RequestBody), static row => row.RequestBody),
        new(nameof(ExecutionRecord.RawResponseBody), static row => row.RawResponse),
        new(nameof(ExecutionRecord.ShapedResponseBody), static row => row.ShapedResponse),
    ];

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public ExecutionInsert(IModel model, SqliteConnection connection)
    {
        var entity = model.FindEntityType(typeof(ExecutionRecord))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var names = Columns.Select(column =>
            $"\"{entity.FindProperty(column.Property)!.GetColumnName(table)}\""
        );
        var sql =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names)}) "
            + $"VALUES ({string.Join(", ", Columns.Select(_ => "?"))})";
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>How many columns are written; a test compares it with the model.</summary>
    public static int ColumnCount => Columns.Length;

    /// <summary>Inserts the row in the transaction that is open on the connection.</summary>
    public void Run(ExecutionRow row)
    {
        for (var index = 0; index < Columns.Length; index++)
        {
            Check(Columns[index].Bind(statement, index + 1, row));
        }

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

    private sealed class Column
    {
        private readonly Func<ExecutionRow, long?>? number;
        private readonly Func<ExecutionRow, StoredText>? text;

        public Column(string property, Func<ExecutionRow, long?> number)
        {
            Property = property;
            this.number = number;
        }

        public Column(string property, Func<ExecutionRow, StoredText> text)
        {
            Property = property;
            this.text = text;
        }

        public string Property { get; }

        public int Bind(sqlite3_stmt statement, int index, ExecutionRow row)
        {
            if (number is not null)
            {
                return number(row) is { } value
                    ? raw.sqlite3_bind_int64(statement, index, value)
                    : raw.sqlite3_bind_null(statement, index);
            }

            var stored = text!(row);
            return stored switch
            {
                { IsNull: true } => raw.sqlite3_bind_null(statement, index),

                // The address of no bytes is null, and would be taken for SQL's null.
                { Length: 0 } => raw.sqlite3_bind_text(statement, index, ""),
                _ => raw.sqlite3_bind_text(statement, index, row.Utf8Of(stored)),
            };
        }
    }
}
