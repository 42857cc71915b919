using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DataConnectors.Client.Serialization;

/// <summary>The JSON of the API: snake case, and in requests only what is set.</summary>
public static class ClientJson
{
    /// <summary>How requests are written and answers read. Members that are not known are kept, see <see cref="Models.ApiObject"/>.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutUnset } },
            Converters = { new InstantConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutUnset(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.PropertyType.IsAssignableTo(typeof(IOptional)))
            {
                member.ShouldSerialize = (_, value) => ((IOptional)value!).IsSet;
            }
        }
    }
}
