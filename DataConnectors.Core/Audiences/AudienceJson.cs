using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Core.Audiences;

/// <summary>The one form in which rules are stored: camel case, enums by name, unknown members ignored.</summary>
public static class AudienceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The rule as stored.</summary>
    public static string Serialize(AudienceRule rule) => JsonSerializer.Serialize(rule, Options);

    /// <summary>The rule read back.</summary>
    public static AudienceRule Deserialize(string json) =>
        JsonSerializer.Deserialize<AudienceRule>(json, Options)
        ?? throw new JsonException("A stored audience is null.");
}
