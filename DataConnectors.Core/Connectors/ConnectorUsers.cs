using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Connectors;

/// <summary>Lists what uses a data connector, as the features above know it.</summary>
public sealed class ConnectorUsers(IEnumerable<IConnectorUsageProbe> probes)
{
    /// <summary>Why the connector cannot be taken away: it names what uses it. Null when nothing does.</summary>
    public async Task<Fault?> FindObstacleAsync(
        long connectorId,
        CancellationToken cancellationToken
    )
    {
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var probe in probes)
        {
            names.UnionWith(await probe.ListUsersAsync(connectorId, cancellationToken));
        }

        return names.Count == 0
            ? null
            : Fault.InUse(
                $"This data connector is used by {string.Join(", ", names.Select(name => $"\"{name}\""))}. Remove it there first."
            );
    }
}
