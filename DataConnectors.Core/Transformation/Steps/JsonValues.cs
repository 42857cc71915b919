using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Values as JSON.</summary>
internal static class JsonValues
{
    public static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Deeper than any answer, since transformations may put lists into lists.</summary>
    public static readonly JsonDocumentOptions Reading = new()
    {
        MaxDepth = (2 * FieldPath.MaxSteps) + ResponseParser.MaxDepth,
    };

    public static JsonElement ToElement(FieldValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, Writing);
        value.WriteTo(writer);
        writer.Flush();
        return JsonElement.Parse(output.WrittenSpan, Reading);
    }
}
