using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Execution;

/// <summary>What runs, and whose it is.</summary>
internal sealed record ExecutionSubject(long ConnectorId, CompiledConnector Connector)
{
    public ConnectorDefinition Definition => Connector.Definition;

    public static ExecutionSubject Of(
        long connectorId,
        ConnectorDefinition definition,
        TimeProvider clock
    ) => new(connectorId, CompiledConnector.For(definition, clock));
}
