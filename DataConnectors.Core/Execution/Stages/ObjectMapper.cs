using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 8: takes the values for attributes out of the answer. What is absent or null changes nothing.</summary>
internal static class ObjectMapper
{
    public static Outcome<MappedObjects, StageFailure> Map(
        CompiledConnector connector,
        JsonElement response
    )
    {
        var mappings = connector.Definition.ObjectMappings;
        if (mappings.Count == 0)
        {
            return MappedObjects.None;
        }

        var changes = new List<ObjectChange>();
        var findings = new List<Problem>();
        for (var index = 0; index < mappings.Count; index++)
        {
            var values = new List<AttributeValue>();
            for (var row = 0; row < mappings[index].Attributes.Count; row++)
            {
                var attribute = mappings[index].Attributes[row];
                if (
                    !FieldPath.Parse(attribute.ResponsePath).TryGet(out var path, out _)
                    || !TryFind(response, path, out var value)
                    || value.ValueKind == JsonValueKind.Null
                )
                {
                    continue;
                }

                if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    findings.Add(
                        new Problem(
                            $"objectMappings[{index}].attributes[{row}]",
                            $"{attribute.ResponsePath} is {(value.ValueKind == JsonValueKind.Array ? "a list" : "an object")}; {attribute.Attribute} takes a single value. Map a field inside it.",
                            ProblemSeverity.Warning
                        )
                    );
                    continue;
                }

                values.Add(new AttributeValue(attribute.Attribute, value));
            }

            if (values.Count > 0)
            {
                changes.Add(new ObjectChange(mappings[index].ObjectType, null, values, []));
            }
        }

        return new MappedObjects(changes, findings);
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
