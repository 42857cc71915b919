using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Connectors;

/// <summary>Reads connectors and their drafts.</summary>
public sealed class ConnectorQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Connectors whose name holds <paramref name="search"/> (any case; null for all), most recently updated first.</summary>
    public async Task<IReadOnlyList<ConnectorSummary>> ListAsync(
        string? search,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var connectors = context.Set<Connector>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var pattern = $"%{Escape(search.Trim())}%";
            connectors = connectors.Where(connector =>
                EF.Functions.Like(connector.Name, pattern, "\\")
            );
        }

        var rows = await connectors
            .OrderByDescending(connector => connector.UpdatedAt)
            .ThenByDescending(connector => connector.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Summarize)];
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

    private static ConnectorSummary Summarize(Connector connector)
    {
        var draft = ConnectorJson.Deserialize(connector.DraftJson);
        return new ConnectorSummary(
            connector.Id,
            connector.Name,
            draft.Description,
            connector.State,
            draft.Method,
            draft.Url,
            draft.DirectFinUsage,
            draft.CustomerAuthentication,
            connector.LiveVersionNumber,
            HasUnpublishedChanges(connector),
            connector.DraftSavedBy,
            connector.UpdatedAt
        );
    }

    private static bool HasUnpublishedChanges(Connector connector) =>
        connector.PublishedRevision != connector.DraftRevision;

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
