using System.Globalization;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Connectors;

/// <summary>Finds the connectors whose draft attaches a token.</summary>
internal sealed class DraftTokenUsage(IDbContextFactory<DataConnectorsDbContext> contexts)
    : ITokenUsageProbe
{
    public async Task<IReadOnlyList<string>> ListUsersAsync(
        long tokenId,
        CancellationToken cancellationToken
    )
    {
        // The id may stand elsewhere in a draft, so what the database finds is only a first sieve.
        var id = tokenId.ToString(CultureInfo.InvariantCulture);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var candidates = await context
            .Set<Connector>()
            .AsNoTracking()
            .Where(connector => connector.DraftJson.Contains(id))
            .Select(connector => connector.DraftJson)
            .ToListAsync(cancellationToken);
        return
        [
            .. candidates
                .Select(ConnectorJson.Deserialize)
                .Where(draft => draft.TokenIds.Contains(tokenId))
                .Select(draft => draft.Name),
        ];
    }
}
