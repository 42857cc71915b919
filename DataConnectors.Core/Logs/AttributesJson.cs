using System.Text.Json;
using System.Text.Json.Nodes;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Logs;

/// <summary>The stored form of attribute values: one JSON object, values by name.</summary>
public static class AttributesJson
{
    /// <summary>
    /// <paramref name="stored"/> with every change made, in order; null clears a value. Names are the paths without
    /// <paramref name="prefix"/>.
    /// </summary>
    public static string Merge(string stored, string prefix, IReadOnlyList<AttributeChange> changes)
    {
        var attributes = JsonNode.Parse(stored) as JsonObject ?? [];
        foreach (var change in changes)
        {
            var name = change.AttributePath[prefix.Length..];
            if (change.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            {
                attributes.Remove(name);
            }
            else
            {
                attributes[name] = JsonNode.Parse(change.Value.GetRawText());
            }
        }

        return attributes.ToJsonString();
    }
}
