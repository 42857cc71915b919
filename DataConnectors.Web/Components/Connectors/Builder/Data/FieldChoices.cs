using System.Text;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Web.Components.Connectors.Builder.Data;

/// <summary>
/// The fields of an example response and what a definition makes of them: read from the example once, changed by values.
/// </summary>
public sealed class FieldChoices
{
    private FieldChoices(ExampleResponse example, JsonElement? root, string? fault)
    {
        Example = example;
        Root = root;
        Fault = fault;
        Tree = root is { } value ? FieldTree.Infer(value) : null;
        Leaves = Tree is null ? [] : [.. Tree.Root.Leaves()];
    }

    /// <summary>The example these fields were read from.</summary>
    public ExampleResponse Example { get; }

    /// <summary>The example as JSON; null when it cannot be read.</summary>
    public JsonElement? Root { get; }

    /// <summary>Why the example cannot be read.</summary>
    public string? Fault { get; }

    /// <summary>The fields; null when the example cannot be read.</summary>
    public FieldTree? Tree { get; }

    /// <summary>The fields that hold a value.</summary>
    public IReadOnlyList<FieldNode> Leaves { get; }

    /// <summary>Reads an example.</summary>
    public static FieldChoices Of(ExampleResponse example) =>
        ResponseParser
            .Parse(Encoding.UTF8.GetBytes(example.Body), example.ContentType)
            .TryGet(out var parsed, out var failure)
            ? new FieldChoices(example, parsed.Root, fault: null)
            : new FieldChoices(example, root: null, failure.Message);

    /// <summary>The answer as Fin would see it with this definition.</summary>
    public JsonElement? Shape(ConnectorDefinition definition) =>
        Root is not { } root ? null
        : definition.DataAccess == DataAccess.Full ? root
        : new FieldSelector(definition.ResponseFields, TimeProvider.System).Shape(root).Root;

    /// <summary>How many of the node's fields are exposed, and of how many.</summary>
    public static (int Exposed, int All) Count(ConnectorDefinition definition, FieldNode node)
    {
        var leaves = LeavesOf(node);
        return (
            leaves.Count(leaf => Find(definition, leaf.Path) is { IsExposed: true }),
            leaves.Count
        );
    }

    /// <summary>The chosen field at a path; null when none is.</summary>
    public static ResponseField? Find(ConnectorDefinition definition, string path) =>
        definition.ResponseFields.FirstOrDefault(field => field.Path == path);

    /// <summary>Exposes or hides a field, or every field inside it. What was renamed or defaulted stays so.</summary>
    public static ConnectorDefinition Expose(
        ConnectorDefinition definition,
        FieldNode node,
        bool isExposed
    )
    {
        var fields = definition.ResponseFields.ToList();
        foreach (var leaf in LeavesOf(node))
        {
            var index = fields.FindIndex(field => field.Path == leaf.Path);
            if (index >= 0)
            {
                fields[index] = fields[index] with { IsExposed = isExposed };
            }
            else if (isExposed)
            {
                fields.Add(New(leaf));
            }
        }

        return definition with
        {
            ResponseFields = fields,
        };
    }

    /// <summary>Changes one exposed field.</summary>
    public static ConnectorDefinition Change(
        ConnectorDefinition definition,
        string path,
        Func<ResponseField, ResponseField> change
    ) =>
        definition with
        {
            ResponseFields =
            [
                .. definition.ResponseFields.Select(field =>
                    field.Path == path ? change(field) : field
                ),
            ],
        };

    /// <summary>Exposed fields that the example does not have.</summary>
    public IReadOnlyList<ResponseField> Absent(ConnectorDefinition definition)
    {
        var present = Leaves.Select(leaf => leaf.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. definition.ResponseFields.Where(field =>
                field.IsExposed && !present.Contains(field.Path)
            ),
        ];
    }

    private static List<FieldNode> LeavesOf(FieldNode node) =>
        node.Children.Count == 0 ? [node] : [.. node.Leaves()];

    private static ResponseField New(FieldNode leaf) =>
        new(
            leaf.Path,
            RenamedTo: null,
            Fallback: null,
            leaf.Type,
            IsExposed: true,
            IsRedacted: false
        );
}
