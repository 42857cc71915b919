using DataConnectors.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataConnectors.Core.Logs;

/// <summary>Inserts one row of the log by a prepared statement, from the row's buffer.</summary>
internal sealed class ExecutionInsert(IModel model, SqliteConnection connection) : IDisposable
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

    private readonly PreparedInsert insert = new(
        model,
        connection,
        typeof(ExecutionRecord),
        [.. Columns.Select(column => column.Property)]
    );

    /// <summary>How many columns are written; a test compares it with the model.</summary>
    public static int ColumnCount => Columns.Length;

    /// <summary>Inserts the row in the transaction that is open on the connection.</summary>
    public void Run(ExecutionRow row)
    {
        for (var index = 0; index < Columns.Length; index++)
        {
            Columns[index].Bind(insert, index + 1, row);
        }

        insert.Run();
    }

    public void Dispose() => insert.Dispose();

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

        public void Bind(PreparedInsert insert, int place, ExecutionRow row)
        {
            if (number is not null)
            {
                if (number(row) is { } value)
                {
                    insert.Bind(place, value);
                }
                else
                {
                    insert.BindNull(place);
                }

                return;
            }

            var stored = text!(row);
            if (stored.IsNull)
            {
                insert.BindNull(place);
            }
            else
            {
                insert.Bind(place, row.Utf8Of(stored));
            }
        }
    }
}
