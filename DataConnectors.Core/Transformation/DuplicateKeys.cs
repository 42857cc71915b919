using System.Buffers;
using System.Text.Json;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Objects in which a key stands twice: the last value counts, as in JavaScript and Python. They are rewritten when an answer is read,
/// so that the tree, the selection, mappings, redaction and code all see the same.
/// </summary>
internal static class DuplicateKeys
{
    public static JsonElement LastWins(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, JsonValues.Writing);
        Write(writer, value);
        writer.Flush();
        return JsonElement.Parse(output.WrittenSpan, JsonValues.Reading);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (var member in value.EnumerateObject())
                {
                    members[member.Name] = member.Value;
                }

                writer.WriteStartObject();
                foreach (var (name, last) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, last);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
