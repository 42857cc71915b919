using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>What <c>transform</c> gets, read from the example response and the data inputs.</summary>
internal static class ExampleShape
{
    /// <summary>The most fields that completion knows; of larger answers those nearest to the root.</summary>
    public const int MaxFields = 2_000;

    // Headers that answers usually have; code gets whatever the answer has.
    private static readonly string[] UsualHeaders =
    [
        "cache-control",
        "content-language",
        "content-type",
        "date",
        "etag",
        "last-modified",
        "link",
        "location",
        "retry-after",
    ];

    /// <summary>The parameter <c>response</c>.</summary>
    public static CodeParameter Response(FieldNode? fields) =>
        new("response", fields is null ? new CodeShape("unknown") : ShapeOf(fields, Near(fields)));

    /// <summary>The parameter <c>context</c>.</summary>
    public static CodeParameter Context(ConnectorDefinition definition) =>
        new(
            "context",
            Object(
                new()
                {
                    ["status"] = new CodeShape(
                        "integer",
                        definition.ExampleResponse?.Status.ToString(
                            System.Globalization.CultureInfo.InvariantCulture
                        )
                    ),
                    ["headers"] = Object(
                        UsualHeaders.ToDictionary(
                            name => name,
                            _ => new CodeShape("text"),
                            StringComparer.Ordinal
                        )
                    ),
                    ["inputs"] = Object(
                        definition
                            .DataInputs.Where(input => input.Name.Length > 0)
                            .DistinctBy(input => input.Name, StringComparer.Ordinal)
                            .ToDictionary(
                                input => input.Name,
                                input => new CodeShape(NameOf(input.Type), input.ExampleValue),
                                StringComparer.Ordinal
                            )
                    ),
                }
            )
        );

    private static CodeShape Object(Dictionary<string, CodeShape> fields) =>
        new("object") { Fields = fields };

    private static HashSet<FieldNode> Near(FieldNode root)
    {
        var near = new HashSet<FieldNode>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<FieldNode>([root]);
        while (near.Count < MaxFields && waiting.TryDequeue(out var node))
        {
            near.Add(node);
            foreach (var child in node.Children)
            {
                waiting.Enqueue(child);
            }
        }

        return near;
    }

    private static CodeShape ShapeOf(FieldNode node, HashSet<FieldNode> near) =>
        node.Type switch
        {
            FieldType.Object => Object(FieldsOf(node, near)),
            FieldType.List => new CodeShape("list") { Element = ElementOf(node, near) },
            _ => new CodeShape(NameOf(node.Type), node.ExampleValue),
        };

    private static CodeShape? ElementOf(FieldNode list, HashSet<FieldNode> near) =>
        list.Children switch
        {
            [] => null,
            [{ Name: "[]" } element] => near.Contains(element) ? ShapeOf(element, near) : null,
            _ => Object(FieldsOf(list, near)),
        };

    private static Dictionary<string, CodeShape> FieldsOf(
        FieldNode node,
        HashSet<FieldNode> near
    ) =>
        node
            .Children.Where(near.Contains)
            .DistinctBy(child => child.Name, StringComparer.Ordinal)
            .ToDictionary(
                child => child.Name,
                child => ShapeOf(child, near),
                StringComparer.Ordinal
            );

    private static string NameOf(FieldType type) => type.ToString().ToLowerInvariant();

    private static string NameOf(DataInputType type) =>
        type == DataInputType.Number ? "integer" : type.ToString().ToLowerInvariant();
}
