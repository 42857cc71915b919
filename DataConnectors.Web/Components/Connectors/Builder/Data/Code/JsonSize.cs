using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>How much there is to read for Fin, and how much memory a run took, in words.</summary>
internal static class JsonSize
{
    private const double CharactersPerToken = 4;

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary><c>1,240 characters, about 310 tokens</c>, counted without white space between values.</summary>
    public static string Describe(JsonElement value)
    {
        var characters = JsonSerializer.Serialize(value, Compact).Length;
        var tokens = Math.Ceiling(characters / CharactersPerToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{characters:N0} characters, about {tokens:N0} tokens"
        );
    }

    /// <summary><c>0.4 MiB</c>.</summary>
    public static string Memory(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d / 1024d:0.0} MiB");
}
