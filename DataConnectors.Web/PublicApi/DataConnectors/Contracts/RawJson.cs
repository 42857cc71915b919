using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi.DataConnectors.Contracts;

/// <summary>JSON that is written as it stands, white space and all, so that what is sent back is the same.</summary>
/// <param name="Text">One JSON value, known to be valid.</param>
[JsonConverter(typeof(RawJsonWriter))]
internal sealed record RawJson(string Text);

internal sealed class RawJsonWriter : JsonConverter<RawJson>
{
    public override RawJson Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => new(JsonElement.ParseValue(ref reader).GetRawText());

    public override void Write(
        Utf8JsonWriter writer,
        RawJson value,
        JsonSerializerOptions options
    ) => writer.WriteRawValue(value.Text, skipInputValidation: true);
}
