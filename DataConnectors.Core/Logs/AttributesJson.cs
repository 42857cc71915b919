using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Execution;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Logs;

/// <summary>The stored form of attribute values: one JSON object, values by name.</summary>
public static class AttributesJson
{
    // It stands in a database that is searched, and never in a page: letters stay letters.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// <paramref name="stored"/> with every change made, in order; null clears a value.
    /// </summary>
    public static string Merge(string stored, IReadOnlyList<ObjectChange> changes) =>
        StoredAttributes.Merge(
            stored,
            changes
                .SelectMany(change => change.Attributes)
                .Select(value => KeyValuePair.Create(value.Name, (JsonElement?)value.Value))
        );

    /// <summary>The values as an object that the database merges into the stored one, as in RFC 7396.</summary>
    internal static string Patch(IReadOnlyList<AttributeValue> values) =>
        JsonSerializer.Serialize(
            values.ToDictionary(
                value => value.Name,
                value =>
                    value.Value.ValueKind == JsonValueKind.Undefined
                        ? null
                        : (JsonElement?)value.Value,
                StringComparer.Ordinal
            ),
            Options
        );
}
