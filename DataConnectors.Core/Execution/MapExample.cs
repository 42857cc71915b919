using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution.Stages;

namespace DataConnectors.Core.Execution;

/// <summary>Shows what a run of a draft would store, through the stage that maps the answers of real runs. Nothing is written.</summary>
public static class MapExample
{
    /// <summary>What would be stored of <paramref name="answer"/> in a run for a person in a conversation.</summary>
    public static MappedObjects Of(
        ConnectorDefinition definition,
        JsonElement answer,
        ObjectSchema schema,
        TimeProvider clock
    ) =>
        ObjectMapper.Map(
            CompiledConnector.For(definition, clock),
            answer,
            schema,
            isForPerson: true,
            isInConversation: true
        );
}
