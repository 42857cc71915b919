using System.Globalization;
using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Transformation;

namespace DataConnectors.Tests.Core.Transformation;

public sealed class FieldTreeTests
{
    [Theory]
    [InlineData(
        """{"id":7,"customer":{"email":"a@b.c"}}""",
        "id Integer 7|customer.email Text a@b.c"
    )]
    [InlineData("""[{"id":1},{"id":2.5,"x":null}]""", "[].id Decimal 1|[].x Unknown ")]
    [InlineData(
        """{"items":[{"name":"a"},{"price":1e3}]}""",
        "items[].name Text a|items[].price Decimal 1e3"
    )]
    [InlineData(
        """{"tags":["a"],"none":[],"m":[[true]]}""",
        "tags[] Text a|none[] Unknown |m[][] Boolean true"
    )]
    [InlineData("""{"a":null,"b":[{"a":1},null]}""", "a Unknown |b[].a Integer 1")]
    [InlineData("""[{"a":1},{"a":"x"},{"a":null}]""", "[].a Text 1")]
    [InlineData(
        """{"at":"2024-05-01T10:00:00Z","day":"2024-05-01","no":"2024"}""",
        "at DateTime 2024-05-01T10:00:00Z|day DateTime 2024-05-01|no Text 2024"
    )]
    [InlineData("""{"a.b":{"c":1},"":2}""", "['a.b'].c Integer 1|[''] Integer 2")]
    [InlineData("\"text\"", "$ Text text")]
    [InlineData("""{"n":12345678901234567890}""", "n Integer 12345678901234567890")]
    [InlineData(
        """[{"a":{"b":1}},{"a":[{"c":2}]},{"a":3}]""",
        "[].a.b Integer 1|[].a[].c Integer 2"
    )]
    public void The_fields_of_an_answer_are_found(string json, string leaves) =>
        Assert.Equal(
            leaves,
            string.Join(
                '|',
                FieldTree
                    .Infer(JsonElement.Parse(json))
                    .Root.Leaves()
                    .Select(leaf => $"{leaf.Path} {leaf.Type} {leaf.ExampleValue}")
            )
        );

    [Fact]
    public void Containers_are_nodes_with_children()
    {
        var root = FieldTree.Infer(JsonElement.Parse("""{"items":[{"name":"a"}]}""")).Root;

        Assert.Equal(("$", "", FieldType.Object), (root.Path, root.Name, root.Type));
        var items = Assert.Single(root.Children);
        Assert.Equal(("items", "items", FieldType.List), (items.Path, items.Name, items.Type));
        Assert.Equal(("items[].name", "name"), (items.Children[0].Path, items.Children[0].Name));
    }

    [Fact]
    public void A_tree_ends_at_ten_thousand_fields()
    {
        var json = JsonSerializer.SerializeToElement(
            Enumerable.Range(0, 10_001).ToDictionary(i => i.ToString(CultureInfo.InvariantCulture))
        );
        var tree = FieldTree.Infer(json);

        Assert.True(tree.IsTruncated);
        Assert.Equal(10_000, tree.Root.Children.Count);
        Assert.False(FieldTree.Infer(JsonElement.Parse("{\"a\":1}")).IsTruncated);
    }

    [Fact]
    public void A_long_example_is_shortened_between_characters()
    {
        var json = JsonSerializer.SerializeToElement(
            new string('a', 198) + "😀" + new string('b', 50)
        );

        Assert.Equal(new string('a', 198) + "…", FieldTree.Infer(json).Root.ExampleValue);
    }

    [Theory]
    [InlineData(
        """[{"a":1},{"a":null},{},{"a":2.5}]""",
        "[].a",
        4,
        1,
        1,
        "Integer 1,Decimal 1",
        false
    )]
    [InlineData("""[{"a":"x"},{"a":1},5]""", "[].a", 2, 0, 0, "Text 1,Integer 1", true)]
    [InlineData("""{"t":["2024-05-01",null,"x"]}""", "t[]", 3, 1, 0, "Text 1,DateTime 1", false)]
    [InlineData(
        """{"i":[{"n":"12"},{"n":"2024"},{"n":"2024-05"}]}""",
        "i[].n",
        3,
        0,
        0,
        "Text 3",
        false
    )]
    [InlineData("7", "$", 1, 0, 0, "Integer 1", false)]
    [InlineData("""[{"a":{"b":1}},{"a":[1]}]""", "[].a.b", 1, 0, 0, "Integer 1", false)]
    public void Evidence_says_how_often_what_was_seen(
        string json,
        string path,
        int places,
        int nulls,
        int missing,
        string types,
        bool isMixed
    )
    {
        var leaf = FieldTree
            .Infer(JsonElement.Parse(json))
            .Root.Leaves()
            .Single(leaf => leaf.Path == path);

        Assert.Equal(
            (places, nulls, missing, isMixed),
            (
                leaf.Evidence.Places,
                leaf.Evidence.Nulls,
                leaf.Evidence.Missing,
                leaf.Evidence.IsMixed
            )
        );
        Assert.Equal(
            types,
            string.Join(',', leaf.Evidence.Types.Select(type => $"{type.Key} {type.Value}"))
        );
    }

    [Fact]
    public void Evidence_adds_up() =>
        AnyJson.Value.Sample(
            answer =>
            {
                var nodes = new Stack<FieldNode>([FieldTree.Infer(answer).Root]);
                while (nodes.TryPop(out var node))
                {
                    Assert.InRange(node.Evidence.Missing, 0, node.Evidence.Places);
                    foreach (var child in node.Children)
                    {
                        nodes.Push(child);
                    }
                }
            },
            iter: 2000
        );

    [Fact]
    public void Ten_thousand_fields_are_found_fast()
    {
        var json = JsonSerializer.SerializeToElement(
            Enumerable
                .Range(0, 100)
                .ToDictionary(
                    i => $"group{i}",
                    _ => Enumerable.Range(0, 99).ToDictionary(i => $"field{i}", i => (object)i)
                )
        );
        FieldTree.Infer(json);
        var begin = TimeProvider.System.GetTimestamp();

        var tree = FieldTree.Infer(json);

        Assert.Equal(9_900, tree.Root.Leaves().Count());
        Assert.InRange(TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds, 0, 1_000);
    }
}
