using DataConnectors.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataConnectors.Core.Events;

/// <summary>Inserts one event from UTF-8 by a prepared statement: the recorder of executions writes thousands in a second.</summary>
internal sealed class OutboxInsert(IModel model, SqliteConnection connection) : IDisposable
{
    private readonly PreparedInsert insert = new(
        model,
        connection,
        typeof(OutboxEvent),
        [
            nameof(OutboxEvent.Id),
            nameof(OutboxEvent.Topic),
            nameof(OutboxEvent.ItemJson),
            nameof(OutboxEvent.CreatedAt),
        ]
    );

    /// <summary>Inserts the event in the transaction that is open on the connection.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="topic">One of <see cref="EventTopics"/>.</param>
    /// <param name="item">A JSON object in UTF-8; never empty.</param>
    /// <param name="createdAt">When it happened.</param>
    public void Run(long id, string topic, ReadOnlySpan<byte> item, DateTimeOffset createdAt)
    {
        insert.Bind(1, id);
        insert.Bind(2, topic);
        insert.Bind(3, item);
        insert.Bind(4, createdAt.ToUnixTimeMilliseconds());
        insert.Run();
    }

    public void Dispose() => insert.Dispose();
}
