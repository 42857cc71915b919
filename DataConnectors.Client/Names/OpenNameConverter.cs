using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>Reads and writes an open name as its text.</summary>
internal sealed class OpenNameConverter<T> : JsonConverter<T>
    where T : struct, IOpenName<T>
{
    public override T Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => T.Of(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
