using DataConnectors.Core.Events;
using Microsoft.Data.Sqlite;

namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>
/// The prepared statements of one turn of the dispatcher, in its transaction. By hand, because hundreds of rows go through each of
/// them and the recorder of executions waits for the lock meanwhile.
/// </summary>
internal sealed class DeliveryStatements(SqliteConnection connection, SqliteTransaction transaction)
    : IDisposable
{
    private readonly SqliteCommand insert = Command(
        connection,
        transaction,
        """
        INSERT INTO WebhookDeliveries
            (Id, SubscriptionId, EventId, Topic, ItemJson, CreatedAt, State, Attempts, Step, NextAttemptAt)
        VALUES ($0, $1, $2, $3, $4, $5, 0, 0, 0, $6)
        """,
        parameters: 7
    );

    private readonly SqliteCommand forget = Command(
        connection,
        transaction,
        "DELETE FROM OutboxEvents WHERE Id = $0",
        parameters: 1
    );

    // The attempt counts from here on, so that one whose process is killed is not taken for the first again.
    private readonly SqliteCommand lease = Command(
        connection,
        transaction,
        """
        UPDATE WebhookDeliveries
        SET LeasedUntil = $2, Attempts = Attempts + 1, FirstSentAt = coalesce(FirstSentAt, $1)
        WHERE Id IN (
            SELECT Id FROM WebhookDeliveries
            WHERE SubscriptionId = $0 AND State = 0 AND NextAttemptAt <= $1
                AND (LeasedUntil IS NULL OR LeasedUntil <= $1)
            ORDER BY NextAttemptAt LIMIT $3)
        RETURNING Id, EventId, Topic, ItemJson, CreatedAt, Attempts, Step, FirstSentAt
        """,
        parameters: 4
    );

    // No attempt was begun, so none counts.
    private readonly SqliteCommand release = Command(
        connection,
        transaction,
        """
        UPDATE WebhookDeliveries
        SET LeasedUntil = NULL, Attempts = Attempts - 1,
            FirstSentAt = CASE WHEN Attempts = 1 THEN NULL ELSE FirstSentAt END
        WHERE Id = $0 AND State = 0 AND LeasedUntil = $1
        """,
        parameters: 2
    );

    // A success counts however late it is noted; another outcome only while the lease is still ours.
    private readonly SqliteCommand mark = Command(
        connection,
        transaction,
        """
        UPDATE WebhookDeliveries
        SET State = $1, NextAttemptAt = $2, Step = $3, LastStatus = $4, LastError = $5, LeasedUntil = NULL
        WHERE Id = $0 AND State = 0 AND ($1 = 1 OR LeasedUntil = $6)
        """,
        parameters: 7
    );

    private readonly SqliteCommand note = Command(
        connection,
        transaction,
        """
        INSERT INTO WebhookAttempts (Id, DeliveryId, Number, EndedAt, DurationMs, Status, Answer, Error)
        SELECT $1, Id, $2, $3, $4, $5, $6, $7 FROM WebhookDeliveries WHERE Id = $0
        """,
        parameters: 8
    );

    private readonly SqliteCommand due = Command(
        connection,
        transaction,
        """
        SELECT NextAttemptAt FROM WebhookDeliveries
        WHERE SubscriptionId = $0 AND State = 0 AND LeasedUntil IS NULL
        ORDER BY NextAttemptAt LIMIT 1
        """,
        parameters: 1
    );

    /// <summary>The oldest events, at most <paramref name="most"/>.</summary>
    public List<OutboxEvent> Events(int most)
    {
        using var command = Command(
            connection,
            transaction,
            "SELECT Id, Topic, ItemJson, CreatedAt FROM OutboxEvents ORDER BY Id LIMIT $0",
            parameters: 1
        );
        Set(command, most);
        using var rows = command.ExecuteReader();
        var events = new List<OutboxEvent>();
        while (rows.Read())
        {
            events.Add(
                new OutboxEvent
                {
                    Id = rows.GetInt64(0),
                    Topic = rows.GetString(1),
                    ItemJson = rows.GetString(2),
                    CreatedAt = Instant(rows, 3),
                }
            );
        }

        return events;
    }

    /// <summary>Makes a delivery of the event, due at once.</summary>
    public void Insert(long id, long subscriptionId, OutboxEvent of, DateTimeOffset now)
    {
        Set(
            insert,
            id,
            subscriptionId,
            of.Id,
            of.Topic,
            of.ItemJson,
            Milliseconds(of.CreatedAt),
            Milliseconds(now)
        );
        insert.ExecuteNonQuery();
    }

    /// <summary>Takes the event out of the outbox.</summary>
    public void Forget(long eventId)
    {
        Set(forget, eventId);
        forget.ExecuteNonQuery();
    }

    /// <summary>Takes up to <paramref name="most"/> due deliveries of a subscription for this dispatcher alone.</summary>
    public List<DeliveryLease> Lease(
        long subscriptionId,
        DateTimeOffset now,
        DateTimeOffset until,
        int most
    )
    {
        Set(lease, subscriptionId, Milliseconds(now), Milliseconds(until), most);
        using var rows = lease.ExecuteReader();
        var leases = new List<DeliveryLease>();
        while (rows.Read())
        {
            leases.Add(
                new DeliveryLease(
                    rows.GetInt64(0),
                    subscriptionId,
                    rows.GetInt64(1),
                    rows.GetString(2),
                    rows.GetString(3),
                    Instant(rows, 4),
                    rows.GetInt32(5),
                    rows.GetInt32(6),
                    Instant(rows, 7),
                    until
                )
            );
        }

        return leases;
    }

    /// <summary>Gives back a delivery that was not begun to be sent; it stays due.</summary>
    public void Release(DeliveryLease leased)
    {
        Set(release, leased.Id, Milliseconds(leased.LeasedUntil));
        release.ExecuteNonQuery();
    }

    /// <summary>Writes down an attempt and what becomes of its delivery.</summary>
    public void Mark(long attemptId, FinishedAttempt attempt, DeliveryFate fate)
    {
        var (leased, answer, endedAt) = attempt;
        Set(
            mark,
            leased.Id,
            (int)fate.State,
            fate.NextAttemptAt is { } next ? Milliseconds(next) : null,
            fate.Step,
            answer.Status,
            answer.Error,
            Milliseconds(leased.LeasedUntil)
        );
        mark.ExecuteNonQuery();
        Set(
            note,
            leased.Id,
            attemptId,
            leased.Attempt,
            Milliseconds(endedAt),
            (int)answer.Duration.TotalMilliseconds,
            answer.Status,
            answer.Body,
            answer.Error
        );
        note.ExecuteNonQuery();
    }

    /// <summary>When the first delivery of a subscription that nobody has is due; null when there is none.</summary>
    public DateTimeOffset? NextDue(long subscriptionId)
    {
        Set(due, subscriptionId);
        return due.ExecuteScalar() is long milliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }

    public void Dispose()
    {
        insert.Dispose();
        forget.Dispose();
        lease.Dispose();
        release.Dispose();
        mark.Dispose();
        note.Dispose();
        due.Dispose();
    }

    private static SqliteCommand Command(
        SqliteConnection connection,
        SqliteTransaction transaction,
        string sql,
        int parameters
    )
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var index = 0; index < parameters; index++)
        {
            command.Parameters.AddWithValue($"${index}", DBNull.Value);
        }

        return command;
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }

    private static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    private static DateTimeOffset Instant(SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
