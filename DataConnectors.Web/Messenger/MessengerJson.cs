using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Web.Messenger;

/// <summary>The form of everything the Messenger's endpoints read and write: names in snake case, ids as text.</summary>
internal static class MessengerJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 8,
    };
}
