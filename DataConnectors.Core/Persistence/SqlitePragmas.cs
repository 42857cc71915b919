using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataConnectors.Core.Persistence;

/// <summary>
/// Sets what SQLite forgets with every connection: <c>synchronous=FULL</c>, so that a commit that was acknowledged survives a
/// power cut as well as a killed process (WAL alone survives only the latter), and a wait instead of an error while another
/// connection writes.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // A checkpoint every 16 MiB of log instead of every 4: each one syncs the disk twice while writers wait.
    private const string Pragmas =
        "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=4000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
