using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataConnectors.Web.PublicApi;

/// <summary>The JSON of the public API: snake case, null where there is no value.</summary>
internal static class ApiJson
{
    // An example answer nests as deep as an answer may, and stands inside a body.
    private const int MaxDepth = 80;

    /// <summary>How answers are written.</summary>
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            MaxDepth = MaxDepth,
            Converters =
            {
                new JsonStringEnumConverter(
                    JsonNamingPolicy.SnakeCaseLower,
                    allowIntegerValues: false
                ),
                new WireInstant(),
            },
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,

            // Answers are application/json and never part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver =
                new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };

    /// <summary>An answer with this body.</summary>
    public static IResult Result<T>(T body, int statusCode = StatusCodes.Status200OK) =>
        Results.Json(body, Options, statusCode: statusCode);
}
