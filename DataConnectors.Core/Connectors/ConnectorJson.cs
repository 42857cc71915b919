using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataConnectors.Core.Connectors.Mapping;

namespace DataConnectors.Core.Connectors;

/// <summary>The one form in which definitions are stored: camel case, enums by name, unknown members ignored.</summary>
public static class ConnectorJson
{
    // Read by reflection: generated code gives a member that an older definition lacks the default of its type (null, false)
    // instead of the one that the record declares.
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },

        // It stands in a database and never in a page, so example responses need not swell to six characters a quote.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Options = new(Plain)
    {
        Converters = { new ObjectMappingJson(Plain) },
    };

    /// <summary>The definition as stored.</summary>
    public static string Serialize(ConnectorDefinition definition) =>
        JsonSerializer.Serialize(definition, Options);

    /// <summary>The definition read back; a member that was not stored has its default.</summary>
    public static ConnectorDefinition Deserialize(string json) =>
        JsonSerializer.Deserialize<ConnectorDefinition>(json, Options)
        ?? throw new JsonException("A stored definition is null.");
}
