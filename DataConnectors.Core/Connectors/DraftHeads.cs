using System.Collections.Concurrent;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Connectors;

/// <summary>What a list shows of a draft.</summary>
internal sealed record DraftHead(
    long Revision,
    string Description,
    RequestMethod Method,
    string Url,
    bool DirectFinUsage,
    bool CustomerAuthentication,
    IReadOnlyList<string> AttributePaths,
    IReadOnlyList<long> AudienceIds
);

/// <summary>Names one revision of one draft.</summary>
internal interface IDraftKey
{
    long Id { get; }

    long DraftRevision { get; }
}

/// <summary>
/// The heads of drafts, each read once for a revision: a draft may hold a megabyte of example response, and a list is opened far
/// more often than a draft is saved.
/// </summary>
internal sealed class DraftHeads
{
    // Far more than a workspace has; a list of all of them brings the memory back to what exists.
    private const int MaxKnown = 20_000;
    private volatile ConcurrentDictionary<long, DraftHead> known = new();

    /// <summary>The heads of these drafts, which are all there are; a connector deleted meanwhile is absent.</summary>
    public async Task<IReadOnlyDictionary<long, DraftHead>> ReadAllAsync(
        DataConnectorsDbContext context,
        IReadOnlyList<IDraftKey> drafts,
        CancellationToken cancellationToken
    )
    {
        var current = await ReadAsync(context, drafts, cancellationToken);

        // The next reader starts from exactly what exists now.
        known = new(current);
        return current;
    }

    /// <summary>The heads of these drafts, some of those there are; a connector deleted meanwhile is absent.</summary>
    public async Task<IReadOnlyDictionary<long, DraftHead>> ReadSomeAsync(
        DataConnectorsDbContext context,
        IReadOnlyList<IDraftKey> drafts,
        CancellationToken cancellationToken
    )
    {
        var current = await ReadAsync(context, drafts, cancellationToken);
        var remembered = known;
        if (remembered.Count > MaxKnown)
        {
            known = remembered = new();
        }

        foreach (var (id, head) in current)
        {
            // What is known already is not written again: writing takes a lock that readers wait for.
            if (!remembered.TryGetValue(id, out var before) || before.Revision < head.Revision)
            {
                remembered[id] = head;
            }
        }

        return current;
    }

    private async Task<Dictionary<long, DraftHead>> ReadAsync(
        DataConnectorsDbContext context,
        IReadOnlyList<IDraftKey> drafts,
        CancellationToken cancellationToken
    )
    {
        var before = known;
        var current = new Dictionary<long, DraftHead>(drafts.Count);
        var unread = new List<long>();
        foreach (var draft in drafts)
        {
            if (before.TryGetValue(draft.Id, out var head) && head.Revision == draft.DraftRevision)
            {
                current[draft.Id] = head;
            }
            else
            {
                unread.Add(draft.Id);
            }
        }

        foreach (var ids in unread.Chunk(500))
        {
            var rows = await context
                .Set<Connector>()
                .AsNoTracking()
                .Where(connector => ids.Contains(connector.Id))
                .Select(connector => new
                {
                    connector.Id,
                    connector.DraftRevision,
                    connector.DraftJson,
                })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                var draft = ConnectorJson.Deserialize(row.DraftJson);
                current[row.Id] = new DraftHead(
                    row.DraftRevision,
                    draft.Description,
                    draft.Method,
                    draft.Url,
                    draft.DirectFinUsage,
                    draft.CustomerAuthentication,
                    DefinitionAttributes.Of(draft),
                    draft.AudienceIds
                );
            }
        }

        return current;
    }
}
