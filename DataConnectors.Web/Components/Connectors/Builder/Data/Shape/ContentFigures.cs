using System.Globalization;
using System.Text.Json;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Shape;

/// <summary>How large an answer is, in words.</summary>
internal static class ContentFigures
{
    /// <summary><c>1,204 characters</c>.</summary>
    public static string Describe(JsonElement value) =>
        string.Create(CultureInfo.InvariantCulture, $"{Characters(value):N0} characters");

    /// <summary>How much smaller one is than the other, 0–100; negative when it is larger.</summary>
    public static int PercentSaved(JsonElement before, JsonElement after)
    {
        var whole = Characters(before);
        return whole == 0 ? 0 : (int)Math.Round(100.0 * (whole - Characters(after)) / whole);
    }

    private static int Characters(JsonElement value) => value.GetRawText().Length;
}
