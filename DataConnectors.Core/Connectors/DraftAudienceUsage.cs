using DataConnectors.Core.Audiences;

namespace DataConnectors.Core.Connectors;

/// <summary>Finds the reusable audiences that drafts have.</summary>
internal sealed class DraftAudienceUsage(ConnectorQueries connectors) : IAudienceUsageProbe
{
    public Task<IReadOnlyList<AudienceUse>> ListAsync(CancellationToken cancellationToken) =>
        connectors.ListAudienceUsesAsync(cancellationToken);
}
