using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Connectors.Mapping;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>
/// Stage 8: takes out of the answer, as it came, what is to be stored. What is absent or null changes nothing; what does not fit is a
/// finding, and the rest goes on. It never fails.
/// </summary>
internal static class ObjectMapper
{
    /// <summary>How many custom objects one run stores.</summary>
    public const int MostObjects = 1_000;

    public static Outcome<MappedObjects, StageFailure> Map(
        CompiledConnector connector,
        JsonElement response,
        ObjectSchema schema,
        ExecutionRequest request
    )
    {
        return Map(
            connector.Mappings,
            response,
            schema,
            hasPerson: request.Person is not null,
            hasConversation: request.Conversation is not null
        );
    }

    public static MappedObjects Map(
        IReadOnlyList<CompiledMapping> mappings,
        JsonElement response,
        ObjectSchema schema,
        bool hasPerson,
        bool hasConversation
    )
    {
        if (mappings.Count == 0)
        {
            return MappedObjects.None;
        }

        var changes = new ObjectChanges(MostObjects);
        var findings = new List<Problem>();
        for (var index = 0; index < mappings.Count; index++)
        {
            var type = mappings[index].Mapping.ObjectType;
            var isThere = type switch
            {
                ObjectMapping.Person => hasPerson,
                ObjectMapping.Conversation => hasConversation,
                _ => true,
            };
            var path = $"objectMappings[{index}]";
            var pass = new MappingPass(mappings[index], path, isThere, hasPerson, findings);
            pass.Run(response, schema.Find(type), changes);
        }

        return new MappedObjects(changes.ToList(), findings);
    }
}
