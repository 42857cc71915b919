using System.Collections.Concurrent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Versioning;

/// <summary>Reads the versions that serve customers. A version never changes, so its definition is parsed once and shared.</summary>
public sealed class LiveVersions(IDbContextFactory<DataConnectorsDbContext> contexts) : IDisposable
{
    private readonly LiveHeads heads = new(contexts);

    // By connector, so that a version which was replaced is not kept.
    private readonly ConcurrentDictionary<long, LiveVersion> known = new();

    /// <summary>
    /// The live version of one connector; null when it has none. Which one it is is asked of the database every time, as another process
    /// may have published.
    /// </summary>
    public async Task<LiveVersion?> FindAsync(long connectorId, CancellationToken cancellationToken)
    {
        if (await heads.FindAsync(connectorId, cancellationToken) is not { } head)
        {
            known.TryRemove(connectorId, out _);
            return null;
        }

        if (known.TryGetValue(connectorId, out var version) && version.VersionId == head.VersionId)
        {
            return version;
        }

        if (await FindDefinitionAsync(head.VersionId, cancellationToken) is not { } definition)
        {
            // Deleted between the two statements.
            return null;
        }

        version = new LiveVersion(connectorId, head.VersionId, head.Number, definition);
        known[connectorId] = version;
        return version;
    }

    /// <summary>The definition that a version froze; null when there is no such version.</summary>
    public async Task<ConnectorDefinition?> FindDefinitionAsync(
        long versionId,
        CancellationToken cancellationToken
    )
    {
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

        var versions = live.ToDictionary(
            row => row.Id,
            row =>
                known.TryGetValue(row.Id, out var version) && version.VersionId == row.VersionId
                    ? version
                    : null
        );
        var unread = live.Where(row => versions[row.Id] is null).ToList();
        if (unread.Count > 0)
        {
            var wanted = unread.Select(row => row.VersionId).ToList();
            var definitions = await context
                .Set<ConnectorVersion>()
                .AsNoTracking()
                .Where(version => wanted.Contains(version.Id))
                .Select(version => new { version.Id, version.DefinitionJson })
                .ToDictionaryAsync(
                    version => version.Id,
                    version => ConnectorJson.Deserialize(version.DefinitionJson),
                    cancellationToken
                );
            foreach (var row in unread)
            {
                versions[row.Id] = known[row.Id] = new LiveVersion(
                    row.Id,
                    row.VersionId,
                    row.Number,
                    definitions[row.VersionId]
                );
            }
        }

        // What serves customers no more is forgotten, so the memory never outgrows what does.
        foreach (var connectorId in known.Keys.Where(id => !versions.ContainsKey(id)))
        {
            known.TryRemove(connectorId, out _);
        }

        return [.. live.Select(row => versions[row.Id]!)];
    }

    /// <inheritdoc/>
    public void Dispose() => heads.Dispose();
}
