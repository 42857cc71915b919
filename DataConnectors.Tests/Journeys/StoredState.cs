using Microsoft.Data.Sqlite;

namespace DataConnectors.Tests.Journeys;

/// <summary>Looks at the database file of a running server, behind its back.</summary>
internal static class StoredState
{
    /// <summary>The first column of the first row, as text; null for none.</summary>
    public static string? Read(string databasePath, string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={databasePath};Mode=ReadOnly;Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? value.ToString() : null;
    }

    /// <summary>
    /// Waits until Fin's answers are stored: what the page shows of one is told while it is written, before it is committed.
    /// </summary>
    public static async Task UntilAnsweredAsync(string databasePath)
    {
        const string Pending =
            "SELECT COUNT(*) FROM Conversations WHERE PendingMessageId IS NOT NULL";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Read(databasePath, Pending) != "0")
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>How many rows each table has.</summary>
    public static SortedDictionary<string, long> CountRows(string databasePath)
    {
        using var connection = new SqliteConnection(
            $"Data Source={databasePath};Mode=ReadOnly;Pooling=False"
        );
        connection.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText =
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        var names = new List<string>();
        using (var reader = tables.ExecuteReader())
        {
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }
        }

        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            using var count = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the schema itself.
            count.CommandText = $"SELECT COUNT(*) FROM \"{name}\"";
#pragma warning restore CA2100
            counts[name] = (long)count.ExecuteScalar()!;
        }

        return counts;
    }
}
