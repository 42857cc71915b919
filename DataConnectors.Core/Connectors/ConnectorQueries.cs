using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Connectors;

/// <summary>Reads connectors and their drafts.</summary>
public sealed class ConnectorQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    private readonly DraftHeads heads = new();

    /// <summary>Connectors whose name holds <paramref name="search"/> (any case; null for all), most recently updated first.</summary>
    public async Task<IReadOnlyList<ConnectorSummary>> ListAsync(
        string? search,
        CancellationToken cancellationToken
    )
    {
        var (rows, read) = await ReadAsync(cancellationToken);

        // Compared here and not by the database: SQLite's LIKE knows the case of ASCII letters only.
        var sought = search?.Trim() ?? "";
        return
        [
            .. rows.Where(row => row.Name.Contains(sought, StringComparison.OrdinalIgnoreCase))
                .Where(row => read.ContainsKey(row.Id))
                .Select(row => Summarize(row, read[row.Id])),
        ];
    }

    /// <summary>The draft of one connector, or null.</summary>
    public async Task<ConnectorDraft?> FindDraftAsync(
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var connector = await context
            .Set<Connector>()
            .AsNoTracking()
            .FirstOrDefaultAsync(candidate => candidate.Id == connectorId, cancellationToken);
        return connector is null
            ? null
            : new ConnectorDraft(
                connector.Id,
                connector.State,
                connector.LiveVersionNumber,
                HasUnpublishedChanges(connector),
                ConnectorJson.Deserialize(connector.DraftJson),
                connector.DraftRevision,
                connector.DraftSavedBy,
                connector.UpdatedAt
            );
    }

    /// <summary>Whether there is such a connector.</summary>
    public async Task<bool> ExistsAsync(long connectorId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<Connector>()
            .AnyAsync(connector => connector.Id == connectorId, cancellationToken);
    }

    /// <summary>Every attribute and object that drafts name, with the name of the draft.</summary>
    internal async Task<IReadOnlyList<AttributeUse>> ListAttributeUsesAsync(
        CancellationToken cancellationToken
    )
    {
        var (rows, read) = await ReadAsync(cancellationToken);
        return
        [
            .. rows.Where(row => read.ContainsKey(row.Id))
                .SelectMany(row =>
                    read[row.Id].AttributePaths.Select(path => new AttributeUse(path, row.Name))
                ),
        ];
    }

    private async Task<(List<Row> Rows, IReadOnlyDictionary<long, DraftHead> Heads)> ReadAsync(
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context
            .Set<Connector>()
            .AsNoTracking()
            .OrderByDescending(connector => connector.UpdatedAt)
            .ThenByDescending(connector => connector.Id)
            .Select(connector => new Row(
                connector.Id,
                connector.Name,
                connector.State,
                connector.DraftRevision,
                connector.DraftSavedBy,
                connector.LiveVersionNumber,
                connector.PublishedRevision,
                connector.UpdatedAt
            ))
            .ToListAsync(cancellationToken);
        return (rows, await heads.ReadAsync(context, rows, cancellationToken));
    }

    private static ConnectorSummary Summarize(Row row, DraftHead head) =>
        new(
            row.Id,
            row.Name,
            head.Description,
            row.State,
            head.Method,
            head.Url,
            head.DirectFinUsage,
            head.CustomerAuthentication,
            row.LiveVersionNumber,
            row.PublishedRevision != row.DraftRevision,
            row.DraftSavedBy,
            row.UpdatedAt
        );

    private static bool HasUnpublishedChanges(Connector connector) =>
        connector.PublishedRevision != connector.DraftRevision;

    private sealed record Row(
        long Id,
        string Name,
        ConnectorState State,
        long DraftRevision,
        string DraftSavedBy,
        int? LiveVersionNumber,
        long? PublishedRevision,
        DateTimeOffset UpdatedAt
    ) : IDraftKey;
}
