using DataConnectors.Core.Audiences;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Connectors;

/// <summary>Reads connectors and their drafts.</summary>
public sealed class ConnectorQueries(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    // Compiled once: making SQL of an expression costs several times what running it does.
    private static readonly Func<
        DataConnectorsDbContext,
        long,
        CancellationToken,
        Task<ConnectorStamp?>
    > StampOf = EF.CompileAsyncQuery(
        (DataConnectorsDbContext context, long connectorId, CancellationToken cancellationToken) =>
            context
                .Set<Connector>()
                .AsNoTracking()
                .Where(connector => connector.Id == connectorId)
                .Select(connector =>
                    (ConnectorStamp?)
                        new ConnectorStamp(
                            connector.Id,
                            connector.State,
                            connector.LiveVersionId,
                            connector.DraftRevision,
                            connector.UpdatedAt
                        )
                )
                .FirstOrDefault()
    );

    // Read off the index of (UpdatedAt, Id): the first comparison alone says where to begin.
    private static readonly Func<
        DataConnectorsDbContext,
        DateTimeOffset,
        long,
        int,
        IAsyncEnumerable<Row>
    > PageOf = EF.CompileAsyncQuery(
        (DataConnectorsDbContext context, DateTimeOffset updatedAt, long connectorId, int count) =>
            context
                .Set<Connector>()
                .AsNoTracking()
                .Where(connector =>
                    connector.UpdatedAt <= updatedAt
                    && (connector.UpdatedAt < updatedAt || connector.Id < connectorId)
                )
                .OrderByDescending(connector => connector.UpdatedAt)
                .ThenByDescending(connector => connector.Id)
                .Take(count)
                .Select(connector => new Row(
                    connector.Id,
                    connector.Name,
                    connector.State,
                    connector.DraftRevision,
                    connector.DraftSavedBy,
                    connector.LiveVersionNumber,
                    connector.PublishedRevision,
                    connector.CreatedById,
                    connector.DraftSavedById,
                    connector.CreatedAt,
                    connector.UpdatedAt
                ))
    );

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
            )
            {
                CreatedById = connector.CreatedById,
                SavedById = connector.DraftSavedById,
                CreatedAt = connector.CreatedAt,
                LiveVersionId = connector.LiveVersionId,
            };
    }

    /// <summary>Which state a connector is in, without its draft; null when there is none.</summary>
    public async Task<ConnectorStamp?> FindStampAsync(
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await StampOf(context, connectorId, cancellationToken);
    }

    /// <summary>
    /// A page of connectors, most recently updated first. What is updated while somebody reads page after page moves to the front, and
    /// nothing else moves with it: no connector is met twice because another one changed.
    /// </summary>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ConnectorPage> ListPageAsync(
        ConnectorPlace? after,
        int size,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = new List<Row>(size + 1);
        var before = after ?? ConnectorPlace.BeforeAll;
        await foreach (
            var row in PageOf(context, before.UpdatedAt, before.ConnectorId, size + 1)
                .WithCancellation(cancellationToken)
        )
        {
            rows.Add(row);
        }

        var page = rows.Count > size ? rows.GetRange(0, size) : rows;
        var read = await heads.ReadSomeAsync(context, page, cancellationToken);
        return new ConnectorPage(
            [
                .. page.Where(row => read.ContainsKey(row.Id))
                    .Select(row => Summarize(row, read[row.Id])),
            ],
            rows.Count > size ? new ConnectorPlace(page[^1].UpdatedAt, page[^1].Id) : null
        );
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

    /// <summary>Every reusable audience that drafts have, with the name of the draft.</summary>
    internal async Task<IReadOnlyList<AudienceUse>> ListAudienceUsesAsync(
        CancellationToken cancellationToken
    )
    {
        var (rows, read) = await ReadAsync(cancellationToken);
        return
        [
            .. rows.Where(row => read.ContainsKey(row.Id))
                .SelectMany(row =>
                    read[row.Id].AudienceIds.Select(id => new AudienceUse(id, row.Name))
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
                connector.CreatedById,
                connector.DraftSavedById,
                connector.CreatedAt,
                connector.UpdatedAt
            ))
            .ToListAsync(cancellationToken);
        return (rows, await heads.ReadAllAsync(context, rows, cancellationToken));
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
        )
        {
            CreatedById = row.CreatedById,
            SavedById = row.DraftSavedById,
            CreatedAt = row.CreatedAt,
        };

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
        long? CreatedById,
        long? DraftSavedById,
        DateTimeOffset CreatedAt,
        DateTimeOffset UpdatedAt
    ) : IDraftKey;
}
