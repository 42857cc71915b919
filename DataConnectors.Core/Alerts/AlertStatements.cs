using Microsoft.Data.Sqlite;

namespace DataConnectors.Core.Alerts;

/// <summary>The prepared statements that read and write streaks on the recorder's connection.</summary>
internal sealed class AlertStatements : IDisposable
{
    private readonly SqliteCommand read;
    private readonly SqliteCommand write;

    public AlertStatements(SqliteConnection connection)
    {
        read = connection.CreateCommand();
        read.CommandText =
            "SELECT FailuresInARow, FailingSince, IsRaised FROM ConnectorAlerts WHERE ConnectorId = $connector";
        read.Parameters.AddWithValue("$connector", 0L);
        write = connection.CreateCommand();

        // A connector that was deleted while it ran has nothing to alert of.
        write.CommandText = """
            INSERT INTO ConnectorAlerts (ConnectorId, FailuresInARow, FailingSince, IsRaised)
            SELECT Id, $count, $since, $raised FROM Connectors WHERE Id = $connector
            ON CONFLICT (ConnectorId) DO UPDATE SET
                FailuresInARow = excluded.FailuresInARow,
                FailingSince = excluded.FailingSince,
                IsRaised = excluded.IsRaised
            """;
        write.Parameters.AddWithValue("$connector", 0L);
        write.Parameters.AddWithValue("$count", 0);
        write.Parameters.AddWithValue("$since", DBNull.Value);
        write.Parameters.AddWithValue("$raised", 0);
    }

    public FailureStreak Read(SqliteTransaction transaction, long connectorId)
    {
        read.Transaction = transaction;
        read.Parameters[0].Value = connectorId;
        using var row = read.ExecuteReader();
        return row.Read()
            ? new FailureStreak(
                row.GetInt32(0),
                row.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                row.GetBoolean(2)
            )
            : default;
    }

    public void Write(SqliteTransaction transaction, long connectorId, FailureStreak streak)
    {
        write.Transaction = transaction;
        write.Parameters[0].Value = connectorId;
        write.Parameters[1].Value = streak.Count;
        write.Parameters[2].Value = streak.Since?.ToUnixTimeMilliseconds() ?? (object)DBNull.Value;
        write.Parameters[3].Value = streak.IsRaised ? 1 : 0;
        write.ExecuteNonQuery();
    }

    public void Dispose()
    {
        read.Dispose();
        write.Dispose();
    }
}
