using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

/// <summary>Answers and what is chosen of them, for tests of the field table.</summary>
internal static class SomeFields
{
    public const string OrderJson =
        """{"id":7,"status":"S","customer":{"name":"Ana","email":"ana@example.com"},"items":[{"sku":"A","price":1.5},{"sku":"B"}],"tags":["gift"]}""";

    public static FieldOutline Order { get; } = Outline(OrderJson);

    /// <summary>Makes a list one value.</summary>
    public static FieldTransformation Count { get; } =
        new("count", new Dictionary<string, string>());

    /// <summary>A connector that exposes the items of the order as one value.</summary>
    public static ConnectorDefinition CountingItems { get; } =
        FieldEdits.Transform(new ConnectorDefinition(), Order, Line(Order, "items"), _ => [Count]);

    private static Gen<string> Values { get; } =
        Gen.OneOf(Gen.Const("1"), Gen.Const("\"x\""), Gen.Const("true"), Gen.Const("null"));

    /// <summary>Answers of objects, lists and values, a few levels deep.</summary>
    public static Gen<string> Answers { get; } =
        Gen.Recursive<string>(
            (depth, inner) =>
                depth >= 4
                    ? Values
                    : Gen.OneOf(
                        Values,
                        inner
                            .Array[1, 4]
                            .Select(members =>
                                "{"
                                + string.Join(
                                    ',',
                                    members.Select((member, i) => $"\"{(char)('a' + i)}\":{member}")
                                )
                                + "}"
                            ),
                        inner.Array[0, 3].Select(elements => "[" + string.Join(',', elements) + "]")
                    )
        );

    public static FieldOutline Outline(string json) =>
        new(FieldTree.Infer(JsonElement.Parse(json)));

    public static FieldEntry Line(FieldOutline outline, string path) => outline.Find(path)!;

    public static IReadOnlyList<FieldEntry> Lines(FieldOutline outline, params string[] paths) =>
        [.. paths.Select(path => Line(outline, path))];

    public static ConnectorDefinition Exposing(FieldOutline outline, params string[] paths) =>
        paths.Aggregate(
            new ConnectorDefinition { DataAccess = DataAccess.Restricted },
            (definition, path) =>
                FieldEdits.Expose(
                    definition,
                    outline,
                    outline.Within(Line(outline, path)),
                    isExposed: true
                )
        );

    public static IEnumerable<string> ExposedPaths(ConnectorDefinition definition) =>
        definition.ResponseFields.Where(field => field.IsExposed).Select(field => field.Path);
}
