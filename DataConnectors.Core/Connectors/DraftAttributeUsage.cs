using DataConnectors.Core.People;

namespace DataConnectors.Core.Connectors;

/// <summary>Finds the attributes and objects that drafts name.</summary>
internal sealed class DraftAttributeUsage(ConnectorQueries connectors) : IAttributeUsageProbe
{
    public Task<IReadOnlyList<AttributeUse>> ListAsync(CancellationToken cancellationToken) =>
        connectors.ListAttributeUsesAsync(cancellationToken);
}
