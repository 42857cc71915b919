using System.Collections.Concurrent;
using System.Data.Common;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Versioning;

/// <summary>Which version of a connector is live.</summary>
internal sealed record LiveHead(long VersionId, int Number);

/// <summary>
/// Asks the database which version of a connector is live. It is asked before every run of a program, so connections are kept open, as many as
/// were ever busy at once, each with its statement prepared: making them costs many times what is read.
/// </summary>
internal sealed class LiveHeads(IDbContextFactory<DataConnectorsDbContext> contexts) : IDisposable
{
    private readonly ConcurrentBag<Reader> readers = [];

    /// <summary>The live version; null when there is none.</summary>
    public async Task<LiveHead?> FindAsync(long connectorId, CancellationToken cancellationToken)
    {
        if (!readers.TryTake(out var reader))
        {
            reader = await Reader.OpenAsync(contexts, cancellationToken);
        }

        try
        {
            var head = await reader.FindAsync(connectorId, cancellationToken);
            readers.Add(reader);
            return head;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private sealed class Reader : IDisposable
    {
        private readonly DataConnectorsDbContext context;
        private readonly DbCommand command;

        private Reader(DataConnectorsDbContext context)
        {
            this.context = context;
            var connectorId = 0L;
            command = context
                .Set<Connector>()
                .Where(connector =>
                    connector.Id == connectorId
                    && connector.State == ConnectorState.Live
                    && connector.LiveVersionId != null
                )
                .Select(connector => new { connector.LiveVersionId, connector.LiveVersionNumber })
                .CreateDbCommand();
        }

        public static async Task<Reader> OpenAsync(
            IDbContextFactory<DataConnectorsDbContext> contexts,
            CancellationToken cancellationToken
        )
        {
            var opened = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                await opened.Database.OpenConnectionAsync(cancellationToken);
                return new Reader(opened);
            }
            catch
            {
                await opened.DisposeAsync();
                throw;
            }
        }

        public async Task<LiveHead?> FindAsync(
            long connectorId,
            CancellationToken cancellationToken
        )
        {
            command.Parameters[0].Value = connectorId;
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken)
                ? new LiveHead(row.GetInt64(0), row.GetInt32(1))
                : null;
        }

        public void Dispose()
        {
            command.Dispose();
            context.Dispose();
        }
    }
}
