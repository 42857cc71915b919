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

    /// <summary>What was written, as it is read back.</summary>
    public static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = JsonBuffer.Rent();
        write(buffer.Writer);
        buffer.Writer.Flush();
        return JsonElement.Parse(buffer.Output.WrittenSpan, Reading);
    }
}
