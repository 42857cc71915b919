using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class FieldSelectorTests
{
    private const string Order = """
        {"id":7,"card":"4111","customer":{"email":"a@b.c","ssn":"123"},"items":[{"name":"x","cost":1},{"cost":2},{"name":null}],"tags":["t"],"total":9007199254740993.10}
        """;

    [Theory]
    [InlineData("id", """{"id":7}""")]
    [InlineData("total", """{"total":9007199254740993.10}""")]
    [InlineData("customer.email", """{"customer":{"email":"a@b.c"}}""")]
    [InlineData("customer.email>mail", """{"customer":{"mail":"a@b.c"}}""")]
    [InlineData("items[].name", """{"items":[{"name":"x"},{},{"name":null}]}""")]
    [InlineData(
        "items[].name>title=?",
        """{"items":[{"title":"x"},{"title":"?"},{"title":"?"}]}"""
    )]
    [InlineData("tags[]>labels", """{"labels":["t"]}""")]
    [InlineData("customer>client,customer.email", """{"client":{"email":"a@b.c"}}""")]
    [InlineData("absent", "{}")]
    [InlineData("absent=none", """{"absent":"none"}""")]
    [InlineData("absent.deep=none", """{"absent":{"deep":"none"}}""")]
    [InlineData("absent[].deep=none", "{}")]
    [InlineData("id=0", """{"id":7}""")]
    [InlineData("customer", "{}")]
    [InlineData("customer=hidden", """{"customer":"hidden"}""")]
    [InlineData("items", """{"items":[null,null,null]}""")]
    [InlineData("customer[].email", """{"customer":[{"email":"a@b.c"}]}""")]
    [InlineData("items.cost", """{"items":[{"cost":1},{"cost":2},{}]}""")]
    [InlineData("id.email", "{}")]
    [InlineData("id>a,card>a", """{"a":7}""")]
    [InlineData("not a path", "{}")]
    [InlineData("", "{}")]
    public void Only_exposed_fields_remain(string selection, string expected) =>
        Assert.Equal(expected, Apply(JsonElement.Parse(Order), Fields(selection)).GetRawText());

    [Theory]
    [InlineData("[{\"id\":1,\"x\":2},{\"x\":3}]", "[].id", """[{"id":1},{}]""")]
    [InlineData("[1,[2],{\"a\":3}]", "[]", "[1,null,null]")]
    [InlineData("\"text\"", "$", "\"text\"")]
    [InlineData("null", "a.b", "null")]
    [InlineData("null", "a.b=x", """{"a":{"b":"x"}}""")]
    [InlineData("{\"a\":null}", "a.b", """{"a":null}""")]
    [InlineData("{\"a\":[{\"b\":1}]}", "a", """{"a":[null]}""")]
    [InlineData("{\"a.b\":{\"\":1}}", "['a.b']['']", """{"a.b":{"":1}}""")]
    [InlineData("[1,2]", "", "{}")]
    public void Other_shapes_keep_their_nesting(string json, string selection, string expected) =>
        Assert.Equal(expected, Apply(JsonElement.Parse(json), Fields(selection)).GetRawText());

    [Theory]
    [InlineData(FieldType.Text, "42", "\"42\"")]
    [InlineData(FieldType.Text, "\"42\"", "\"42\"")]
    [InlineData(FieldType.Text, "", "\"\"")]
    [InlineData(FieldType.Integer, "42", "42")]
    [InlineData(FieldType.Integer, "none", "\"none\"")]
    [InlineData(FieldType.Boolean, "false", "false")]
    [InlineData(FieldType.List, "[1]", "[1]")]
    [InlineData(FieldType.Unknown, "null", "null")]
    [InlineData(FieldType.Unknown, "\"\\ud83d\"", "\"\\\"\\\\ud83d\\\"\"")]
    public void A_fallback_is_read_by_the_type_of_its_field(
        FieldType type,
        string fallback,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Apply(
                    JsonElement.Parse("{}"),
                    [new("a", null, fallback, type, IsExposed: true, IsRedacted: false)]
                )
                .GetProperty("a")
                .GetRawText()
        );

    [Fact]
    public void A_field_that_is_not_exposed_leaves_nothing() =>
        Assert.Equal(
            "{}",
            Apply(
                    JsonElement.Parse(Order),
                    [new("id", "x", "y", FieldType.Text, IsExposed: false, IsRedacted: false)]
                )
                .GetRawText()
        );

    [Fact]
    public void What_restriction_removes_never_appears() =>
        Gen.Select(AnyJson.Value, AnyJson.Value, Gen.Int[0, 7].Array[30])
            .Sample(
                (example, answer, choices) =>
                {
                    // Fields are chosen on an example whose shape the answer shares in part only.
                    var fields = FieldTree
                        .Infer(example)
                        .Root.Leaves()
                        .Zip(choices)
                        .Select(pair => new ResponseField(
                            pair.First.Path,
                            (pair.Second & 2) == 2 ? "renamed" : null,
                            (pair.Second & 4) == 4 ? "fallback" : null,
                            FieldType.Text,
                            IsExposed: (pair.Second & 1) == 1,
                            IsRedacted: false
                        ))
                        .ToList();
                    var exposed = fields
                        .Where(field => field.IsExposed)
                        .Select(field => WithoutLists(field.Path))
                        .ToHashSet();
                    var allowed = Scalars(answer, FieldPath.Root)
                        .Where(scalar => exposed.Contains(WithoutLists(scalar.Path.ToString())))
                        .Select(scalar => scalar.Value)
                        .Append("\"fallback\"")
                        .ToHashSet();

                    var output = Apply(answer, fields);

                    Assert.All(
                        Scalars(output, FieldPath.Root),
                        scalar => Assert.Contains(scalar.Value, allowed)
                    );
                    Assert.All(
                        Objects(output),
                        members =>
                            Assert.Distinct(members.EnumerateObject().Select(member => member.Name))
                    );
                },
                iter: 5000
            );

    [Fact]
    public void Choosing_everything_keeps_every_value() =>
        AnyJson.Value.Sample(
            answer =>
            {
                var fields = FieldTree
                    .Infer(answer)
                    .Root.Leaves()
                    .Select(leaf => new ResponseField(
                        leaf.Path,
                        null,
                        null,
                        leaf.Type,
                        IsExposed: true,
                        IsRedacted: false
                    ));
                var kept = Scalars(Apply(answer, [.. fields]), FieldPath.Root)
                    .ToDictionary(scalar => scalar.Value, scalar => scalar.Path.ToString());

                // Where scalars and containers share a path, only the containers' fields are leaves.
                var leaves = FieldTree
                    .Infer(answer)
                    .Root.Leaves()
                    .Select(leaf => leaf.Path)
                    .ToHashSet();
                foreach (
                    var (path, value) in Scalars(answer, FieldPath.Root)
                        .Where(scalar => leaves.Contains(scalar.Path.ToString()))
                )
                {
                    Assert.Equal(path.ToString(), kept[value]);
                }
            },
            iter: 3000
        );

    [Theory]
    [InlineData("id,card>id", "responseFields[1].renamedTo")]
    [InlineData("card>id,id", "responseFields[0].renamedTo")]
    [InlineData("id>x,card>x", "responseFields[1].renamedTo")]
    [InlineData("a.b>x,a.c>x,d.b>x", "responseFields[1].renamedTo")]
    [InlineData("a>b,b.c", "responseFields[0].renamedTo")]
    [InlineData("l[].a>b,l[].b", "responseFields[0].renamedTo")]
    [InlineData("a,a", "responseFields[1].path")]
    [InlineData("a b", "responseFields[0].path")]
    [InlineData("[]>x", "responseFields[0].renamedTo")]
    [InlineData("a>b,b>a", "")]
    [InlineData("a.x,b.x,c>d", "")]
    public void Problems_of_a_selection_are_found_before_it_is_applied(
        string selection,
        string paths
    ) =>
        Assert.Equal(
            paths,
            string.Join(
                ',',
                FieldSelectionRules.Check(Fields(selection)).Select(problem => problem.Path)
            )
        );

    [Theory]
    [InlineData(FieldType.Integer, "4.5", false)]
    [InlineData(FieldType.Integer, "4", true)]
    [InlineData(FieldType.Integer, "null", true)]
    [InlineData(FieldType.Decimal, "4", true)]
    [InlineData(FieldType.Boolean, "yes", false)]
    [InlineData(FieldType.List, "[]", true)]
    [InlineData(FieldType.Object, "[]", false)]
    [InlineData(FieldType.Text, "4", true)]
    public void A_fallback_of_another_type_is_a_problem(
        FieldType type,
        string fallback,
        bool isFine
    ) =>
        Assert.Equal(
            isFine,
            FieldSelectionRules
                .Check([new("a", null, fallback, type, IsExposed: true, IsRedacted: false)])
                .Count == 0
        );

    private static JsonElement Apply(JsonElement answer, IReadOnlyList<ResponseField> fields) =>
        new FieldSelector(fields, TimeProvider.System).Shape(answer).Root;

    /// <summary>Fields written <c>path&gt;name=fallback</c>, separated by commas.</summary>
    private static List<ResponseField> Fields(string selection) =>
        [
            .. selection
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(text =>
                {
                    var (rest, fallback) = text.Split('=') is [var before, var after]
                        ? (before, after)
                        : (text, null);
                    var (path, name) = rest.Split('>') is [var from, var to]
                        ? (from, to)
                        : (rest, null);
                    return new ResponseField(
                        path,
                        name,
                        fallback,
                        FieldType.Text,
                        IsExposed: true,
                        IsRedacted: false
                    );
                }),
        ];

    private static string WithoutLists(string path) =>
        FieldPath
            .Of(FieldPath.Parse(path).Value.Steps.Where(step => step.Key is not null))
            .ToString();

    private static IEnumerable<(FieldPath Path, string Value)> Scalars(
        JsonElement value,
        FieldPath path
    ) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member => Scalars(member.Value, path.Then(new(member.Name)))),
            JsonValueKind.Array => value
                .EnumerateArray()
                .SelectMany(element => Scalars(element, path.Then(FieldStep.Elements))),
            JsonValueKind.Null => [],
            _ => [(path, value.GetRawText())],
        };

    private static IEnumerable<JsonElement> Objects(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member => Objects(member.Value))
                .Prepend(value),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Objects),
            _ => [],
        };
}
