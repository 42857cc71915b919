using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 8: takes the values for attributes out of the answer. What is absent or null changes nothing.</summary>
internal static class ObjectMapper
{
    public static Outcome<IReadOnlyList<AttributeChange>, StageFailure> Map(
        CompiledConnector connector,
        JsonElement response
    )
    {
        var mappings = connector.Definition.ObjectMappings;
        if (mappings.Count == 0)
        {
            return Array.Empty<AttributeChange>();
        }

        var changes = new List<AttributeChange>(mappings.Count);
        for (var index = 0; index < mappings.Count; index++)
        {
            var mapping = mappings[index];
            if (
                connector.MappingPaths[index] is not { } path
                || !TryFind(response, path, out var value)
                || value.ValueKind == JsonValueKind.Null
            )
            {
                continue;
            }

            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return new StageFailure(
                    ErrorType.ResponseMapping,
                    $"{mapping.ResponsePath} is {(value.ValueKind == JsonValueKind.Array ? "a list" : "an object")}; {mapping.AttributePath} takes a single value. Map a field inside it.",
                    $"objectMappings[{index}]"
                );
            }

            changes.Add(new AttributeChange(mapping.AttributePath, value));
        }

        return changes;
    }

    private static bool TryFind(JsonElement root, FieldPath path, out JsonElement value)
    {
        value = root;
        foreach (var step in path.Steps)
        {
            // A step into a list names many values; the rules keep such a path from going live.
            if (
                step.Key is not { } key
                || value.ValueKind != JsonValueKind.Object
                || !value.TryGetProperty(key, out value)
            )
            {
                return false;
            }
        }

        return true;
    }
}
