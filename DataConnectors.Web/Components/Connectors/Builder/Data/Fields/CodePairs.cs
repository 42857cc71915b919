using System.Text.Json;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>Pairs of a code and its words, which a setting holds as a JSON object: <c>{"S":"Shipped"}</c>.</summary>
internal static class CodePairs
{
    /// <summary>The pairs in their order; none when the text is no such object.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? []
                :
                [
                    .. document
                        .RootElement.EnumerateObject()
                        .Select(pair =>
                            KeyValuePair.Create(
                                pair.Name,
                                pair.Value.ValueKind == JsonValueKind.String
                                    ? pair.Value.GetString()!
                                    : pair.Value.GetRawText()
                            )
                        ),
                ];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The object of the pairs; of two with one code the last counts, and one with neither code nor words is left out.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var codes = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, words) in pairs.Where(pair => pair.Key.Length + pair.Value.Length > 0))
        {
            codes[code] = words;
        }

        return codes.Count == 0 ? "" : ReadableJson.Write(codes);
    }
}
