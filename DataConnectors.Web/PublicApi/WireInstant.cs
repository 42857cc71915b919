using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi;

/// <summary>Instants on the wire: UTC, to the second, <c>2026-01-20T14:22:15Z</c>.</summary>
internal sealed class WireInstant : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => reader.GetDateTimeOffset();

    public override void Write(
        Utf8JsonWriter writer,
        DateTimeOffset value,
        JsonSerializerOptions options
    ) => writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
