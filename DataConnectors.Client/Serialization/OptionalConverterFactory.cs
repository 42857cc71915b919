using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Client.Serialization;

/// <summary>Writes optional members as what they hold. Those that are not set never get here; see <see cref="ClientJson"/>.</summary>
internal sealed class OptionalConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType
        && (
            typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>)
            || typeToConvert.GetGenericTypeDefinition() == typeof(OptionalList<>)
        );

    public override JsonConverter CreateConverter(
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        (JsonConverter)
            Activator.CreateInstance(
                (
                    typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>)
                        ? typeof(OfValue<>)
                        : typeof(OfList<>)
                ).MakeGenericType(typeToConvert.GetGenericArguments())
            )!;

    private sealed class OfValue<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => JsonSerializer.Deserialize<T>(ref reader, options)!;

        public override void Write(
            Utf8JsonWriter writer,
            Optional<T> value,
            JsonSerializerOptions options
        ) => JsonSerializer.Serialize(writer, value.Value, options);
    }

    private sealed class OfList<T> : JsonConverter<OptionalList<T>>
    {
        public override OptionalList<T> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => new(JsonSerializer.Deserialize<T[]>(ref reader, options) ?? []);

        public override void Write(
            Utf8JsonWriter writer,
            OptionalList<T> value,
            JsonSerializerOptions options
        ) => JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
