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
    IReadOnlyList<string> AttributePaths
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
    private volatile Dictionary<long, DraftHead> known = [];

    /// <summary>The heads of these drafts by connector; a connector deleted meanwhile is absent.</summary>
    public async Task<IReadOnlyDictionary<long, DraftHead>> ReadAsync(
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
                    DefinitionAttributes.Of(draft)
                );
            }
        }

        // The next reader starts from exactly what exists now, so the memory never outgrows it.
        known = current;
        return current;
    }
}
