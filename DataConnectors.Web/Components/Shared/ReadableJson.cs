using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataConnectors.Web.Components.Shared;

/// <summary>JSON for people to read, which pages escape themselves: accents, angle brackets and emoji stay as they are.</summary>
internal static class ReadableJson
{
    private const int EscapeLength = 6;

    private static readonly JsonSerializerOptions Line = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Indented = new(Line) { WriteIndented = true };

    /// <summary>A value as JSON, on one line unless it is asked for indented.</summary>
    public static string Write<T>(T value, bool isIndented = false) =>
        WithoutPairs(JsonSerializer.Serialize(value, isIndented ? Indented : Line));

    // No encoder leaves characters beyond the first 65,536 alone: it writes them as two escapes, which nobody can read and Python
    // would take for two characters.
    private static string WithoutPairs(string json)
    {
        if (!json.Contains("\\uD", StringComparison.Ordinal))
        {
            return json;
        }

        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (
                UnitAt(json, i) is { } high
                && UnitAt(json, i + EscapeLength) is { } low
                && char.IsSurrogatePair(high, low)
            )
            {
                text.Append(high).Append(low);
                i += (2 * EscapeLength) - 1;
            }
            else if (json[i] == '\\')
            {
                // Any other escape, an escaped backslash among them, is kept whole.
                text.Append(json, i++, 2);
            }
            else
            {
                text.Append(json[i]);
            }
        }

        return text.ToString();
    }

    private static char? UnitAt(string json, int at) =>
        json.AsSpan(Math.Min(at, json.Length)) is ['\\', 'u', _, _, _, _, ..] escape
        && ushort.TryParse(
            escape[2..EscapeLength],
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? (char)unit
            : null;
}
