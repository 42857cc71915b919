using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataConnectors.Core.Logs;

/// <summary>
/// The prepared statement that inserts one record: past EF's change tracking, which costs more than the insert itself. Names of
/// table and columns come from EF's model, so a migration cannot pass it by.
/// </summary>
internal sealed class ExecutionInsert : IDisposable
{
    private static readonly Column[] Columns =
    [
        new(record => record.Id, record => record.Id),
        new(record => record.ConnectorId, record => record.ConnectorId),
        new(record => record.VersionNumber, record => record.VersionNumber),
        new(record => record.StartedAt, record => record.StartedAt.ToUnixTimeMilliseconds()),
        new(record => record.Source, record => record.Source),
        new(record => record.PersonId, record => record.PersonId),
        new(record => record.ConversationId, record => record.ConversationId),
        new(record => record.IsSuccess, record => record.IsSuccess),
        new(record => record.HttpStatus, record => record.HttpStatus),
        new(record => record.ErrorType, record => record.ErrorType),
        new(record => record.ErrorMessage, record => record.ErrorMessage),
        new(record => record.DurationMicroseconds, record => record.DurationMicroseconds),
        new(record => record.HttpDurationMicroseconds, record => record.HttpDurationMicroseconds),
        new(record => record.Method, record => record.Method),
        new(record => record.Url, record => record.Url),
        new(record => record.InputsJson, record => record.InputsJson),
        new(record => record.TraceJson, record => record.TraceJson),
        new(record => record.RequestHeadersJson, record => record.RequestHeadersJson),
        new(record => record.RequestBody, record => record.RequestBody),
        new(record => record.RawResponseBody, record => record.RawResponseBody),
        new(record => record.ShapedResponseBody, record => record.ShapedResponseBody),
    ];

    private readonly DbCommand command;
    private readonly DbParameter[] parameters;

    public ExecutionInsert(IModel model, DbConnection connection)
    {
        var entity = model.FindEntityType(typeof(ExecutionRecord))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var names = Columns.Select(column =>
            entity.FindProperty(column.Property)!.GetColumnName(table)!
        );
        command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of our own model; values are parameters.
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", names.Select(name => $"\"{name}\""))}) "
            + $"VALUES ({string.Join(", ", Columns.Select((_, index) => $"@p{index}"))})";
#pragma warning restore CA2100
        parameters = [.. Columns.Select((_, index) => AddParameter($"@p{index}"))];
    }

    /// <summary>How many columns are written; a test compares it with the model.</summary>
    public static int ColumnCount => Columns.Length;

    public void Run(DbTransaction transaction, ExecutionRecord record)
    {
        command.Transaction = transaction;
        for (var index = 0; index < Columns.Length; index++)
        {
            parameters[index].Value = Columns[index].Read(record) ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();

    private DbParameter AddParameter(string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private sealed class Column(
        Expression<Func<ExecutionRecord, object?>> property,
        Func<ExecutionRecord, object?> read
    )
    {
        public string Property { get; } =
            (
                (property.Body is UnaryExpression boxed ? boxed.Operand : property.Body)
                as MemberExpression
            )!
                .Member
                .Name;

        public Func<ExecutionRecord, object?> Read { get; } = read;
    }
}
