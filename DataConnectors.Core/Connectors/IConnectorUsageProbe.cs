namespace DataConnectors.Core.Connectors;

/// <summary>Asks a feature above this one where it uses a data connector. Each feature that starts connectors by name registers one.</summary>
public interface IConnectorUsageProbe
{
    /// <summary>The names of what uses the connector, such as a workflow; empty when nothing does.</summary>
    Task<IReadOnlyList<string>> ListUsersAsync(
        long connectorId,
        CancellationToken cancellationToken
    );
}
