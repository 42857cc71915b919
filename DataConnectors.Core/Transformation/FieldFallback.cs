using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>Reads what an admin typed as a fallback.</summary>
internal static class FieldFallback
{
    /// <summary>Plain text for text fields unless it is a quoted JSON string; any JSON for other fields, else plain text.</summary>
    public static JsonElement Parse(string text, FieldType type)
    {
        var isText = type is FieldType.Text or FieldType.DateTime;
        return TryJson(text) is { } json && (!isText || json.ValueKind == JsonValueKind.String)
            ? json
            : JsonSerializer.SerializeToElement(text);
    }

    /// <summary>Whether a fallback is what a field of this type holds.</summary>
    public static bool Fits(string text, FieldType type)
    {
        var kind = TryJson(text)?.ValueKind ?? JsonValueKind.String;
        return kind == JsonValueKind.Null
            || type switch
            {
                FieldType.Integer => kind == JsonValueKind.Number
                    && !text.AsSpan().ContainsAny(".eE"),
                FieldType.Decimal => kind == JsonValueKind.Number,
                FieldType.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
                FieldType.Object => kind == JsonValueKind.Object,
                FieldType.List => kind == JsonValueKind.Array,
                _ => true,
            };
    }

    private static JsonElement? TryJson(string text)
    {
        try
        {
            var json = JsonElement.Parse(text);

            // A string may still hold an escape that is half of a character.
            _ = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
            return json;
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
