using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Connectors.Builder.Data;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Code;

public sealed class ExampleShapeTests
{
    [Fact]
    public void Nested_objects_lists_and_scalars_are_told_with_examples()
    {
        var shape = Response("""{"order":{"id":7,"items":[{"name":"Mug"}],"tags":["a"]}}""").Shape;

        var order = shape.Fields!["order"];
        Assert.Equal(new CodeShape("integer", "7"), order.Fields!["id"]);
        Assert.Equal("list", order.Fields["items"].Type);
        Assert.Equal(new CodeShape("text", "Mug"), order.Fields["items"].Element!.Fields!["name"]);
        Assert.Equal("text", order.Fields["tags"].Element!.Type);
    }

    [Fact]
    public void XML_is_told_as_the_JSON_that_the_code_gets()
    {
        var shape = ExampleShape
            .Response(
                FieldChoices
                    .Of(new ExampleResponse(200, "application/xml", "<order><id>7</id></order>"))
                    .Tree?.Root
            )
            .Shape;

        Assert.Equal("object", shape.Fields!["order"].Type);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{broken")]
    public void Without_a_readable_example_nothing_is_known(string? body) =>
        Assert.Equal(
            "unknown",
            ExampleShape
                .Response(
                    body is null
                        ? null
                        : FieldChoices
                            .Of(new ExampleResponse(200, "application/json", body))
                            .Tree?.Root
                )
                .Shape.Type
        );

    [Fact]
    public void Of_a_huge_answer_the_fields_nearest_to_the_root_are_told()
    {
        var wide = string.Join(',', Enumerable.Range(0, 3_000).Select(i => $"\"f{i}\":1"));

        var shape = Response($$"""{"big":{{{wide}}},"small":1}""").Shape;

        Assert.True(shape.Fields!.ContainsKey("small"));
        Assert.InRange(shape.Fields["big"].Fields!.Count, 1_000, ExampleShape.MaxFields);
    }

    [Fact]
    public void The_context_has_status_headers_and_the_data_inputs_by_name()
    {
        var context = ExampleShape.Context(
            new ConnectorDefinition
            {
                ExampleResponse = new ExampleResponse(404, null, "{}"),
                DataInputs =
                [
                    new DataInput
                    {
                        Name = "order_id",
                        Type = DataInputType.Number,
                        ExampleValue = "1001",
                    },
                    new DataInput { Name = "order_id" },
                    new DataInput(),
                ],
            }
        );

        Assert.Equal("context", context.Name);
        Assert.Equal(new CodeShape("integer", "404"), context.Shape.Fields!["status"]);
        Assert.True(context.Shape.Fields["headers"].Fields!.ContainsKey("content-type"));
        Assert.Equal(
            [KeyValuePair.Create("order_id", new CodeShape("integer", "1001"))],
            context.Shape.Fields["inputs"].Fields!
        );
    }

    private static CodeParameter Response(string body) =>
        ExampleShape.Response(FieldChoices.Of(new ExampleResponse(200, null, body)).Tree?.Root);
}
