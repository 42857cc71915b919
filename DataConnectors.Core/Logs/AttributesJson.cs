using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>The stored form of attribute values: one JSON object, values by name.</summary>
public static class AttributesJson
{
    // It stands in a database that is searched, and never in a page: letters stay letters.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly JsonSerializerOptions Options = new() { Encoder = Encoder };

    /// <summary>
    /// <paramref name="stored"/> with every change made, in order; null clears a value.
    /// </summary>
    public static string Merge(string stored, IReadOnlyList<ObjectChange> changes)
    {
        var attributes = JsonNode.Parse(stored) as JsonObject ?? [];
        foreach (var (name, value) in changes.SelectMany(change => change.Attributes))
        {
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                attributes.Remove(name);
            }
            else
            {
                attributes[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        return attributes.ToJsonString(Options);
    }

    /// <summary>The values as an object that the database merges into the stored one, as in RFC 7396.</summary>
    internal static string Patch(IReadOnlyList<AttributeValue> values)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = Encoder }))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in values)
            {
                writer.WritePropertyName(name);
                if (value.ValueKind == JsonValueKind.Undefined)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
