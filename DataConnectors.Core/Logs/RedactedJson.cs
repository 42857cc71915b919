using System.Buffers;
using System.Text.Json;

namespace DataConnectors.Core.Logs;

/// <summary>
/// JSON with the values at some paths replaced by <c>****</c>. Indexes in a path are ignored: <c>orders[0].email</c> masks the
/// email of every order, because which one was meant must not decide what is kept.
/// </summary>
internal sealed class RedactedJson
{
    private readonly string[][] paths;

    public RedactedJson(IEnumerable<string> paths) =>
        this.paths = [.. paths.Select(Segments).Where(segments => segments.Length > 0)];

    /// <summary>Writes <paramref name="value"/> without the redacted values.</summary>
    public void Write(Utf8JsonWriter writer, JsonElement value)
    {
        var open = ArrayPool<int>.Shared.Rent(paths.Length);
        Array.Clear(open);
        Write(writer, value, open.AsSpan(0, paths.Length));
        ArrayPool<int>.Shared.Return(open);
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

    private static string[] Segments(string path) =>
        [
            .. path.Split('.', StringSplitOptions.RemoveEmptyEntries)
                .Select(segment =>
                {
                    var index = segment.IndexOf('[', StringComparison.Ordinal);
                    return index < 0 ? segment : segment[..index];
                })
                .Where(segment => segment.Length > 0 && segment != "$"),
        ];
}
