using System.Text.Json;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Core.Logs;

/// <summary>
/// JSON with the values at some paths replaced by <c>****</c>. Lists are looked through, whether a path says so or not, as
/// the selection of fields takes one for many and many for one.
/// </summary>
internal sealed class RedactedJson
{
    private readonly string[][] paths;

    public RedactedJson(IEnumerable<FieldPath> paths) =>
        this.paths = [
            .. paths.Select(path => path.Steps.Select(step => step.Key).OfType<string>().ToArray()),
        ];

    /// <summary>Writes <paramref name="value"/> without the redacted values.</summary>
    public void Write(Utf8JsonWriter writer, JsonElement value)
    {
        // The root itself, or every element of a list at the root.
        if (paths.Any(path => path.Length == 0))
        {
            writer.WriteStringValue(LoggedRequest.Mask);
            return;
        }

        Write(writer, value, new int[paths.Length]);
    }

    /// <param name="writer">Where to.</param>
    /// <param name="value">What.</param>
    /// <param name="matched">How many segments of each path lead here; -1 when the path leads elsewhere.</param>
    private void Write(Utf8JsonWriter writer, JsonElement value, ReadOnlySpan<int> matched)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                var inner = new int[matched.Length];
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    if (Step(matched, property.Name, inner))
                    {
                        writer.WriteStringValue(LoggedRequest.Mask);
                    }
                    else
                    {
                        Write(writer, property.Value, inner);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, matched);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>Moves every path by one property; true when one of them ends there.</summary>
    private bool Step(ReadOnlySpan<int> matched, string property, Span<int> next)
    {
        for (var i = 0; i < paths.Length; i++)
        {
            var isOnPath =
                matched[i] >= 0
                && string.Equals(paths[i][matched[i]], property, StringComparison.Ordinal);
            next[i] = isOnPath ? matched[i] + 1 : -1;
            if (next[i] == paths[i].Length)
            {
                return true;
            }
        }

        return false;
    }
}
