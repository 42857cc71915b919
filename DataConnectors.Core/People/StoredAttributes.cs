using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataConnectors.Core.People;

/// <summary>The stored form of attribute values: one JSON object, values by name.</summary>
public static class StoredAttributes
{
    // It stands in a database that is searched, and never in a page: letters stay letters.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary><paramref name="stored"/> with every value set, in order; null clears one.</summary>
    public static string Merge(
        string stored,
        IEnumerable<KeyValuePair<string, JsonElement?>> values
    )
    {
        var attributes = JsonNode.Parse(stored) as JsonObject ?? [];
        foreach (var (name, value) in values)
        {
            if (
                value is { } given
                && given.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            )
            {
                attributes[name] = JsonNode.Parse(given.GetRawText());
            }
            else
            {
                attributes.Remove(name);
            }
        }

        return attributes.ToJsonString(Options);
    }
}
