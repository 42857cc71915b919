using System.Text.Json;

namespace DataConnectors.Core.People;

/// <summary>The value of an attribute as it is stored: the text of a built-in one, or the JSON of a defined one; empty when there is none.</summary>
/// <param name="Text">The text; null where <paramref name="Json"/> is the value, or there is none.</param>
/// <param name="Json">A scalar or a list of scalars; undefined where <paramref name="Text"/> is the value, or there is none.</param>
public readonly record struct StoredValue(string? Text, JsonElement Json)
{
    /// <summary>A text, or none.</summary>
    public static StoredValue Of(string? text) => new(text, default);

    /// <summary>The value of a name, or none.</summary>
    public static StoredValue Of(IReadOnlyDictionary<string, JsonElement>? values, string name) =>
        values is not null && values.TryGetValue(name, out var value) ? new(null, value) : default;

    /// <summary>As text, a list with commas between its elements; null when there is none.</summary>
    public string? ToText() =>
        Text
        ?? (
            Json.ValueKind == JsonValueKind.Array
                ? string.Join(", ", Json.EnumerateArray().Select(Scalar).OfType<string>())
                : Scalar(Json)
        );

    private static string? Scalar(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
}
