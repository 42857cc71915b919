using System.Text.Json;

namespace DataConnectors.Core.Transformation;

/// <summary>A field found in an answer.</summary>
/// <param name="Path">Where it stands, in the syntax of <see cref="FieldPath"/>.</param>
/// <param name="Name">Its key; <c>[]</c> for the elements of a list of scalars or lists; empty for the root.</param>
/// <param name="Type">What stands there.</param>
/// <param name="ExampleValue">A scalar met there, as text of at most 200 characters; null for none.</param>
/// <param name="Children">
/// The fields of an object. Of a list: the fields of its elements where these are objects, else one child named <c>[]</c>.
/// </param>
public sealed record FieldNode(
    string Path,
    string Name,
    FieldType Type,
    string? ExampleValue,
    IReadOnlyList<FieldNode> Children
)
{
    /// <summary>What was seen there.</summary>
    public FieldEvidence Evidence { get; init; } = FieldEvidence.None;

    /// <summary>The fields below, and this one, that have no children: those that can be chosen.</summary>
    public IEnumerable<FieldNode> Leaves() =>
        Children.Count == 0 ? [this] : Children.SelectMany(child => child.Leaves());
}

/// <summary>The fields of an answer, merged over all elements of its lists.</summary>
/// <param name="Root">The whole answer, at the path <c>$</c>.</param>
/// <param name="IsTruncated">Whether fields were left out because there are more than <see cref="MaxNodes"/>.</param>
public sealed record FieldTree(FieldNode Root, bool IsTruncated)
{
    /// <summary>The most fields a tree holds.</summary>
    public const int MaxNodes = 10_000;

    /// <summary>Finds the fields of an example answer.</summary>
    public static FieldTree Infer(JsonElement root)
    {
        var budget = new FieldBudget(MaxNodes);
        var merge = new FieldMerge(budget);
        merge.Add(root);
        return new(merge.ToNode(FieldPath.Root, "", places: 1), budget.IsSpent);
    }
}
