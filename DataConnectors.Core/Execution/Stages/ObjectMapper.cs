using System.Text.Json;
using DataConnectors.Core.Connectors;
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

    public static MappedObjects Map(
        CompiledConnector connector,
        JsonElement response,
        ObjectSchema schema,
        bool isForPerson,
        bool isInConversation
    )
    {
        if (connector.Mappings.Count == 0)
        {
            return MappedObjects.None;
        }

        var changes = new ObjectChanges(MostObjects);
        var findings = new List<Problem>();
        for (var index = 0; index < connector.Mappings.Count; index++)
        {
            var mapping = connector.Mappings[index];
            var pass = new MappingPass(
                mapping,
                $"objectMappings[{index}]",
                mapping.Mapping.ObjectType switch
                {
                    ObjectMapping.Person => isForPerson,
                    ObjectMapping.Conversation => isInConversation,
                    _ => true,
                },
                isForPerson,
                findings
            );
            pass.Run(response, schema.Find(mapping.Mapping.ObjectType), changes);
        }

        return new MappedObjects(changes.ToList(), findings);
    }
}
