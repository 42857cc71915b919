using System.Text.Encodings.Web;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Execution;

/// <summary>Writes what code gets as <c>context</c>: the status, the headers of the answer and the data inputs.</summary>
internal static class ScriptContext
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A UTF-8 JSON object. Attributes that placeholders name are no data inputs and are left out.</summary>
    public static ReadOnlyMemory<byte> Of(
        RawResponse response,
        ConnectorDefinition definition,
        ITemplateValues inputs
    )
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, Writing))
        {
            writer.WriteStartObject();
            writer.WriteNumber("status"u8, response.Status);
            writer.WriteStartObject("headers"u8);
            foreach (
                var header in response.Headers.GroupBy(
                    header => header.Name.ToLowerInvariant(),
                    header => header.Value,
                    StringComparer.Ordinal
                )
            )
            {
                writer.WriteString(header.Key, string.Join(", ", header));
            }

            writer.WriteEndObject();
            writer.WriteStartObject("inputs"u8);
            foreach (
                var name in definition
                    .DataInputs.Select(input => input.Name)
                    .Distinct(StringComparer.Ordinal)
            )
            {
                writer.WritePropertyName(name);
                Write(writer, inputs.TryGet(name, out var value) ? value : TemplateValue.Missing);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, TemplateValue value)
    {
        switch (value.Kind)
        {
            case TemplateValueKind.Missing:
                writer.WriteNullValue();
                break;
            case TemplateValueKind.Boolean:
                writer.WriteBooleanValue(value.ToString() == "true");
                break;
            case TemplateValueKind.Integer or TemplateValueKind.Decimal when IsJson(value):
                writer.WriteRawValue(value.ToString());
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    // 007 is a whole number to people and none to JSON.
    private static bool IsJson(TemplateValue number) =>
        TemplateValueSyntax.AsJsonNumber(number.ToString()) == number.ToString();
}
