using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>One line of the field table.</summary>
/// <param name="Index">Its place among all lines, parents before children.</param>
/// <param name="Node">The field.</param>
/// <param name="Depth">0 for a field of the answer itself.</param>
/// <param name="Parent">The line it stands under; -1 for none.</param>
/// <param name="End">The line after the last one below it.</param>
public sealed record FieldEntry(int Index, FieldNode Node, int Depth, int Parent, int End)
{
    /// <summary>Whether it can be chosen by itself, having nothing below.</summary>
    public bool IsLeaf => End == Index + 1;

    /// <summary>
    /// What a response field for just this line names: the field, or of a list with fields inside the list as a whole, for what counts
    /// or sorts its elements.
    /// </summary>
    public string OwnPath =>
        IsLeaf || Node.Type != FieldType.List ? Node.Path
        : Node.Path is "$" ? "[]"
        : Node.Path + "[]";
}

/// <summary>
/// The fields of an answer as numbered lines, worked out once per example, so that filters and counts are walks over an array.
/// </summary>
public sealed class FieldOutline
{
    private readonly List<FieldEntry> entries = [];
    private readonly Dictionary<string, int> byPath = new(StringComparer.Ordinal);

    /// <summary>Numbers the fields of a tree. The answer itself has a line only when it is a list or a single value.</summary>
    public FieldOutline(FieldTree tree)
    {
        IsTruncated = tree.IsTruncated;
        var root = tree.Root;
        Add(
            root.Type == FieldType.List || root.ExampleValue is not null ? [root] : root.Children,
            depth: 0,
            parent: -1
        );
        foreach (var entry in entries.Where(entry => !entry.IsLeaf))
        {
            byPath.TryAdd(entry.OwnPath, entry.Index);
        }

        Leaves = [.. entries.Where(entry => entry.IsLeaf)];
    }

    /// <summary>Every line, parents before children, in the order of the answer.</summary>
    public IReadOnlyList<FieldEntry> Entries => entries;

    /// <summary>The lines that can be chosen.</summary>
    public IReadOnlyList<FieldEntry> Leaves { get; }

    /// <summary>Whether the answer has more fields than are listed.</summary>
    public bool IsTruncated { get; }

    /// <summary>The line that a response field's path names; null when the answer does not have it.</summary>
    public FieldEntry? Find(string path) =>
        byPath.TryGetValue(path, out var index) ? entries[index] : null;

    /// <summary>Whether a line with others below can be exposed by itself, being a list whose elements are counted, sorted and so on.</summary>
    public bool IsWholeList(FieldEntry entry) =>
        !entry.IsLeaf && entry.OwnPath != entry.Node.Path && Find(entry.OwnPath) == entry;

    /// <summary>A line and all below it.</summary>
    public IEnumerable<FieldEntry> Within(FieldEntry entry) =>
        entries.Skip(entry.Index).Take(entry.End - entry.Index);

    private void Add(IReadOnlyList<FieldNode> nodes, int depth, int parent)
    {
        foreach (var node in nodes)
        {
            var index = entries.Count;
            byPath.TryAdd(node.Path, index);
            entries.Add(new(index, node, depth, parent, index + 1));
            Add(node.Children, depth + 1, index);
            entries[index] = entries[index] with { End = entries.Count };
        }
    }
}
