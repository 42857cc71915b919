using System.Globalization;
using System.Text.Json;

namespace DataConnectors.Web.Components.Shared;

/// <summary>One visible line of a <see cref="JsonTree"/>.</summary>
/// <param name="Path">Names the node among all of the document.</param>
/// <param name="Name">The key or index; null for the root.</param>
/// <param name="Text">A scalar as JSON, or how many members are inside.</param>
/// <param name="Kind">What the node is.</param>
/// <param name="Depth">0 for the root.</param>
/// <param name="IsExpandable">Whether it has members.</param>
internal sealed record JsonTreeRow(
    string Path,
    string? Name,
    string Text,
    JsonValueKind Kind,
    int Depth,
    bool IsExpandable
)
{
    private const int LongestText = 300;
    private const int MembersOpenAtFirst = 50;
    private const int DepthOpenAtFirst = 3;

    /// <summary>The nodes that are open when a document is first shown: small ones near the root.</summary>
    public static IEnumerable<string> OpenAtFirst(JsonElement root)
    {
        var waiting = new Queue<(JsonElement Value, string Path, int Depth)>([(root, "", 0)]);
        while (waiting.TryDequeue(out var node))
        {
            var size = Size(node.Value);
            if (
                size == 0
                || node.Depth >= DepthOpenAtFirst
                || (node.Depth > 0 && size > MembersOpenAtFirst)
            )
            {
                continue;
            }

            yield return node.Path;
            foreach (var (name, value) in Members(node.Value))
            {
                waiting.Enqueue((value, node.Path + "/" + name, node.Depth + 1));
            }
        }
    }

    /// <summary>The lines to show when the nodes of <paramref name="open"/> are open.</summary>
    public static List<JsonTreeRow> Visible(JsonElement root, IReadOnlySet<string> open)
    {
        var rows = new List<JsonTreeRow>();
        Add(rows, open, root, "", name: null, depth: 0);
        return rows;
    }

    private static void Add(
        List<JsonTreeRow> rows,
        IReadOnlySet<string> open,
        JsonElement value,
        string path,
        string? name,
        int depth
    )
    {
        var size = Size(value);
        rows.Add(new(path, name, Describe(value, size), value.ValueKind, depth, size > 0));
        if (size > 0 && open.Contains(path))
        {
            foreach (var (key, member) in Members(value))
            {
                Add(rows, open, member, path + "/" + key, key, depth + 1);
            }
        }
    }

    private static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Select(member => (member.Name, member.Value))
            : value
                .EnumerateArray()
                .Select((element, i) => (i.ToString(CultureInfo.InvariantCulture), element));

    private static int Size(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.GetPropertyCount(),
            JsonValueKind.Array => value.GetArrayLength(),
            _ => 0,
        };

    private static string Describe(JsonElement value, int size) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => size == 0 ? "{}"
            : size == 1 ? "{ 1 field }"
            : string.Create(CultureInfo.InvariantCulture, $"{{ {size} fields }}"),
            JsonValueKind.Array => size == 0 ? "[]"
            : size == 1 ? "[ 1 element ]"
            : string.Create(CultureInfo.InvariantCulture, $"[ {size} elements ]"),
            JsonValueKind.Undefined => "",
            _ => Shortened(ReadableJson.Write(value)),
        };

    private static string Shortened(string text) =>
        text.Length <= LongestText ? text : text[..LongestText] + "…";
}
