using System.Collections.Immutable;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Mapping;

/// <summary>A value inside an object of the answer.</summary>
/// <param name="Path">Where it stands inside the object: <c>shipping.carrier</c>; <c>$</c> the object itself.</param>
/// <param name="Type">What stands there; <see cref="FieldType.List"/> for a list of scalars.</param>
/// <param name="Example">A value met there, as text; null for none.</param>
public sealed record ApiField(string Path, FieldType Type, string? Example);

/// <summary>A place of an answer where objects that can be mapped stand.</summary>
/// <param name="Path">As in a mapping: <c>$</c>, <c>customer</c>, <c>orders[]</c>.</param>
/// <param name="IsList">Whether a list is on the way, so that there may be many.</param>
/// <param name="Fields">What can be stored of it.</param>
public sealed record ApiObject(string Path, bool IsList, IReadOnlyList<ApiField> Fields)
{
    /// <summary>What can tell one object from another: its scalars.</summary>
    public IEnumerable<ApiField> Scalars =>
        Fields.Where(leaf => leaf.Type is not FieldType.List and not FieldType.Boolean);

    /// <summary>The objects of an answer, outermost first: itself, objects in it, and objects of lists that stand in no other list.</summary>
    /// <param name="root">The whole answer.</param>
    public static IReadOnlyList<ApiObject> In(FieldNode root)
    {
        var found = new List<ApiObject>();
        Add(found, root, FieldPath.Root, isList: false);
        if (found.Count == 0)
        {
            // An answer that is a value or a list of values is mapped as a whole.
            found.Add(new("$", IsList: false, [new("$", root.Type, ExampleOf(root))]));
        }

        return found;
    }

    private static void Add(List<ApiObject> found, FieldNode node, FieldPath path, bool isList)
    {
        var at = path;
        if (node.Type == FieldType.List)
        {
            at = path.Then(FieldStep.Elements);
            if (isList || !Members(node, at).Any())
            {
                return;
            }

            isList = true;
        }
        else if (node.Type != FieldType.Object)
        {
            return;
        }

        var fields = new List<ApiField>();
        AddFields(fields, node, at, at.Steps.Length);
        found.Add(new(at.ToString(), isList, fields));
        foreach (var (child, childPath) in Members(node, at))
        {
            Add(found, child, childPath, isList);
        }
    }

    private static void AddFields(List<ApiField> fields, FieldNode node, FieldPath at, int depth)
    {
        foreach (var (child, path) in Members(node, at))
        {
            if (child.Type == FieldType.Object)
            {
                AddFields(fields, child, path, depth);
            }
            else if (
                child.Type != FieldType.List
                || !Members(child, path.Then(FieldStep.Elements)).Any()
            )
            {
                fields.Add(new(Inside(path.Steps, depth), child.Type, ExampleOf(child)));
            }
        }
    }

    // Of a node that is an object here and a list there, only the fields that stand in the object itself.
    private static IEnumerable<(FieldNode Node, FieldPath Path)> Members(
        FieldNode node,
        FieldPath at
    ) =>
        node
            .Children.Select(child => (child, FieldPath.Parse(child.Path).Value))
            .Where(child =>
                child.Value.Steps.Length == at.Steps.Length + 1
                && child.Value.Steps[^1].Key is not null
                && child.Value.Steps.AsSpan()[..^1].SequenceEqual(at.Steps.AsSpan())
            );

    private static string Inside(ImmutableArray<FieldStep> steps, int depth) =>
        FieldPath.Of(steps.Skip(depth)).ToString();

    private static string? ExampleOf(FieldNode node) =>
        node.ExampleValue ?? (node.Children.Count == 1 ? node.Children[0].ExampleValue : null);
}
