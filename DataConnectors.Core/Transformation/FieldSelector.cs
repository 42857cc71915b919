using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>
/// Keeps of an answer only the exposed fields, at their places, with their new names and fallbacks. Exposing a path exposes the
/// scalars there and nothing below: an object that turns up where a scalar was chosen is treated as missing. A single value where
/// a list was chosen counts as a list of one, and a list where a single value was chosen as several, since APIs (XML always) send both.
/// </summary>
public sealed class FieldSelector
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private readonly SelectionNode root;

    /// <summary>Prepares a selection; it can be applied any number of times, also at once.</summary>
    public FieldSelector(IReadOnlyList<ResponseField> fields) => root = SelectionTree.Of(fields);

    /// <summary>Applies a selection once.</summary>
    public static JsonElement Apply(JsonElement response, IReadOnlyList<ResponseField> fields) =>
        new FieldSelector(fields).Apply(response);

    /// <summary>What remains of an answer; an empty object when nothing does.</summary>
    public JsonElement Apply(JsonElement response)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(response, output);
        return JsonElement.Parse(
            output.WrittenSpan,
            new JsonDocumentOptions { MaxDepth = 2 * FieldPath.MaxSteps + ResponseParser.MaxDepth }
        );
    }

    /// <summary>Writes what remains of an answer as UTF-8 JSON.</summary>
    public void Write(JsonElement response, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Writing);
        if (root.IsEmpty || !Write(writer, root, response, isNamed: false, isLenient: true))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
    }

    /// <summary>Writes one place.</summary>
    /// <param name="isNamed">Whether it is written with its name, as a field of an object.</param>
    /// <param name="isLenient">Whether one and many may still stand for each other.</param>
    /// <returns>False when nothing was written, not even the name, because nothing is there.</returns>
    private static bool Write(
        Utf8JsonWriter writer,
        SelectionNode node,
        JsonElement value,
        bool isNamed,
        bool isLenient
    )
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when node.Elements is not null || isLenient:
                WriteName(writer, node, isNamed);
                WriteElements(writer, node, value);
                return true;
            case JsonValueKind.Object when node.Written.Length > 0:
                WriteName(writer, node, isNamed);
                WriteFields(writer, node, value);
                return true;
            case JsonValueKind.String
            or JsonValueKind.Number
            or JsonValueKind.True
            or JsonValueKind.False when node.IsLeaf:
                WriteName(writer, node, isNamed);
                value.WriteTo(writer);
                return true;
            case not (JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Array)
                when node.Elements is not null && isLenient:
                WriteName(writer, node, isNamed);
                writer.WriteStartArray();
                WriteElement(writer, node.Elements, value);
                writer.WriteEndArray();
                return true;
            default:
                return WriteAbsent(writer, node, value.ValueKind == JsonValueKind.Null, isNamed);
        }
    }

    private static void WriteElements(Utf8JsonWriter writer, SelectionNode node, JsonElement list)
    {
        writer.WriteStartArray();
        foreach (var element in list.EnumerateArray())
        {
            WriteElement(writer, node.Elements ?? node, element);
        }

        writer.WriteEndArray();
    }

    /// <summary>Elements keep their positions, so that one of which nothing is exposed leaves null.</summary>
    private static void WriteElement(Utf8JsonWriter writer, SelectionNode node, JsonElement element)
    {
        if (!Write(writer, node, element, isNamed: false, isLenient: false))
        {
            writer.WriteNullValue();
        }
    }

    private static void WriteFields(Utf8JsonWriter writer, SelectionNode node, JsonElement value)
    {
        writer.WriteStartObject();
        foreach (var child in node.Written)
        {
            var member =
                value.ValueKind == JsonValueKind.Object
                && value.TryGetProperty(child.Key, out var found)
                    ? found
                    : default;
            Write(writer, child, member, isNamed: true, isLenient: true);
        }

        writer.WriteEndObject();
    }

    private static bool WriteAbsent(
        Utf8JsonWriter writer,
        SelectionNode node,
        bool isNull,
        bool isNamed
    )
    {
        if (node.Fallback is { } fallback)
        {
            WriteName(writer, node, isNamed);
            fallback.WriteTo(writer);
            return true;
        }

        if (node.HasFallback)
        {
            WriteName(writer, node, isNamed);
            WriteFields(writer, node, default);
            return true;
        }

        if (isNull)
        {
            WriteName(writer, node, isNamed);
            writer.WriteNullValue();
        }

        return isNull;
    }

    private static void WriteName(Utf8JsonWriter writer, SelectionNode node, bool isNamed)
    {
        if (isNamed)
        {
            writer.WritePropertyName(node.WrittenName);
        }
    }
}
