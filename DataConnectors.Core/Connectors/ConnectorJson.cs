using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Core.Connectors;

/// <summary>The one form in which definitions are stored: camel case, enums by name, unknown members ignored.</summary>
public static class ConnectorJson
{
    /// <summary>The definition as stored.</summary>
    public static string Serialize(ConnectorDefinition definition) =>
        JsonSerializer.Serialize(definition, ConnectorJsonContext.Default.ConnectorDefinition);

    /// <summary>The definition read back.</summary>
    public static ConnectorDefinition Deserialize(string json) =>
        JsonSerializer.Deserialize(json, ConnectorJsonContext.Default.ConnectorDefinition)
        ?? throw new JsonException("A stored definition is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ConnectorDefinition))]
internal sealed partial class ConnectorJsonContext : JsonSerializerContext;
