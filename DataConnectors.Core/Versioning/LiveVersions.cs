using System.Collections.Concurrent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Versioning;

/// <summary>Reads the versions that serve customers. A version never changes, so its definition is parsed once and shared.</summary>
public sealed class LiveVersions(IDbContextFactory<DataConnectorsDbContext> contexts) : IDisposable
{
    private readonly LiveHeads heads = new(contexts);
    private readonly ConcurrentDictionary<long, LiveVersion> found = new();
    private volatile Dictionary<long, ConnectorDefinition> definitions = [];

    /// <summary>
    /// The live version of one connector; null when it has none. Which one it is is asked of the database every time, as another process
    /// may have published.
    /// </summary>
    public async Task<LiveVersion?> FindAsync(long connectorId, CancellationToken cancellationToken)
    {
        if (await heads.FindAsync(connectorId, cancellationToken) is not { } head)
        {
            found.TryRemove(connectorId, out _);
            return null;
        }

        if (found.TryGetValue(connectorId, out var version) && version.VersionId == head.VersionId)
        {
            return version;
        }

        if (await FindDefinitionAsync(head.VersionId, cancellationToken) is not { } definition)
        {
            // Deleted between the two statements.
            return null;
        }

        version = new LiveVersion(connectorId, head.VersionId, head.Number, definition);
        found[connectorId] = version;
        return version;
    }

    /// <summary>The definition that a version froze; null when there is no such version.</summary>
    public async Task<ConnectorDefinition?> FindDefinitionAsync(
        long versionId,
        CancellationToken cancellationToken
    )
    {
        if (definitions.TryGetValue(versionId, out var known))
        {
            return known;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await context
            .Set<ConnectorVersion>()
            .Where(version => version.Id == versionId)
            .Select(version => version.DefinitionJson)
            .FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : ConnectorJson.Deserialize(json);
    }

    /// <summary>Every live connector, by id.</summary>
    public async Task<IReadOnlyList<LiveVersion>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var live = await context
            .Set<Connector>()
            .AsNoTracking()
            .Where(connector =>
                connector.State == ConnectorState.Live && connector.LiveVersionId != null
            )
            .OrderBy(connector => connector.Id)
            .Select(connector => new
            {
                connector.Id,
                VersionId = connector.LiveVersionId!.Value,
                Number = connector.LiveVersionNumber!.Value,
            })
            .ToListAsync(cancellationToken);

        var known = new Dictionary<long, ConnectorDefinition>(definitions);
        var unread = live.Select(row => row.VersionId).Where(id => !known.ContainsKey(id)).ToList();
        if (unread.Count > 0)
        {
            var rows = await context
                .Set<ConnectorVersion>()
                .AsNoTracking()
                .Where(version => unread.Contains(version.Id))
                .Select(version => new { version.Id, version.DefinitionJson })
                .ToListAsync(cancellationToken);
            rows.ForEach(row => known[row.Id] = ConnectorJson.Deserialize(row.DefinitionJson));
        }

        // The next reader starts from exactly what serves customers now, so the memory never outgrows it.
        var current = live.ToDictionary(row => row.VersionId, row => known[row.VersionId]);
        definitions = current;
        return
        [
            .. live.Select(row => new LiveVersion(
                row.Id,
                row.VersionId,
                row.Number,
                current[row.VersionId]
            )),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => heads.Dispose();
}
