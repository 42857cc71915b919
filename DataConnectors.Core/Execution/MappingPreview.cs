using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Connectors.Mapping;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution.Stages;

namespace DataConnectors.Core.Execution;

/// <summary>Maps an example as a run for a person in a conversation would; nothing is sent and nothing is written.</summary>
public static class MappingPreview
{
    /// <summary>What the answer would change, and what of it could not be mapped.</summary>
    /// <param name="definition">The draft.</param>
    /// <param name="answer">The answer as it came.</param>
    /// <param name="schema">What may be written.</param>
    public static MappedObjects Of(
        ConnectorDefinition definition,
        JsonElement answer,
        ObjectSchema schema
    ) =>
        ObjectMapper.Map(
            CompiledMapping.Of(definition),
            answer,
            schema,
            hasPerson: true,
            hasConversation: true
        );
}
