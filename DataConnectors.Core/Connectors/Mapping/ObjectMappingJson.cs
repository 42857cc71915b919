using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Core.Connectors.Mapping;

/// <summary>
/// Reads object mappings also in the form that definitions were stored in while a mapping was one value of the answer for one attribute
/// (<c>{"responsePath":"plan","attributePath":"person.plan"}</c>): versions are never rewritten. All of one target become one mapping.
/// </summary>
/// <param name="plain">The options without this converter.</param>
internal sealed class ObjectMappingJson(JsonSerializerOptions plain)
    : JsonConverter<IReadOnlyList<ObjectMapping>>
{
    private const string OldMember = "attributePath";

    public override IReadOnlyList<ObjectMapping> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        var mappings = new List<ObjectMapping>();
        foreach (var element in JsonElement.ParseValue(ref reader).EnumerateArray())
        {
            if (!element.TryGetProperty(OldMember, out var attributePath))
            {
                mappings.Add(element.Deserialize<ObjectMapping>(plain)!);
                continue;
            }

            var attribute = attributePath.GetString() ?? "";
            var dot = attribute.IndexOf('.', StringComparison.Ordinal);
            Add(
                mappings,
                dot < 0 ? ObjectMapping.Person : attribute[..dot],
                new AttributeMapping(
                    element.TryGetProperty("responsePath", out var responsePath)
                        ? responsePath.GetString() ?? ""
                        : "",
                    attribute[(dot + 1)..]
                )
            );
        }

        return mappings;
    }

    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<ObjectMapping> value,
        JsonSerializerOptions options
    ) => JsonSerializer.Serialize(writer, value, plain);

    private static void Add(List<ObjectMapping> mappings, string objectType, AttributeMapping row)
    {
        var index = mappings.FindIndex(mapping => mapping.ObjectType == objectType);
        if (index < 0)
        {
            mappings.Add(new ObjectMapping { ObjectType = objectType, Attributes = [row] });
        }
        else
        {
            mappings[index] = mappings[index] with
            {
                Attributes = [.. mappings[index].Attributes, row],
            };
        }
    }
}
