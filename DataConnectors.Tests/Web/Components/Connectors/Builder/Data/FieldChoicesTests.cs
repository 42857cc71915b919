using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Connectors.Builder.Data;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data;

public sealed class FieldChoicesTests
{
    private static readonly ExampleResponse Order = new(
        200,
        "application/json",
        """{"id":7,"customer":{"name":"Ana","email":"ana@example.com"},"items":[{"sku":"A","price":1.5},{"sku":"B"}]}"""
    );

    private readonly FieldChoices fields = FieldChoices.Of(Order);
    private readonly ConnectorDefinition restricted = new()
    {
        DataAccess = DataAccess.Restricted,
        ExampleResponse = Order,
    };

    [Fact]
    public void The_fields_of_an_example_are_its_leaves_with_lists_merged() =>
        Assert.Equal(
            ["id", "customer.name", "customer.email", "items[].sku", "items[].price"],
            fields.Leaves.Select(leaf => leaf.Path)
        );

    [Fact]
    public void A_parent_selects_its_children()
    {
        var definition = FieldChoices.Expose(restricted, Node("customer"), isExposed: true);

        Assert.Equal(
            ["customer.name", "customer.email"],
            definition.ResponseFields.Select(field => field.Path)
        );
        Assert.Equal((2, 2), FieldChoices.Count(definition, Node("customer")));
        Assert.Equal((2, 5), FieldChoices.Count(definition, fields.Tree!.Root));
    }

    [Fact]
    public void A_field_that_is_hidden_and_shown_again_keeps_its_name()
    {
        var definition = FieldChoices.Expose(restricted, Node("id"), isExposed: true);
        definition = FieldChoices.Change(
            definition,
            "id",
            field => field with { RenamedTo = "order_number" }
        );

        definition = FieldChoices.Expose(definition, Node("id"), isExposed: false);
        Assert.Equal("{}", Json(definition));

        definition = FieldChoices.Expose(definition, Node("id"), isExposed: true);
        Assert.Equal("""{"order_number":7}""", Json(definition));
    }

    [Fact]
    public void An_exposed_field_that_the_example_lacks_is_named()
    {
        var definition = restricted with
        {
            ResponseFields =
            [
                new ResponseField(
                    "gone.away",
                    null,
                    null,
                    FieldType.Text,
                    IsExposed: true,
                    IsRedacted: false
                ),
            ],
        };

        Assert.Equal("gone.away", Assert.Single(fields.Absent(definition)).Path);
    }

    [Fact]
    public void An_example_that_is_not_json_says_why() =>
        Assert.NotNull(
            FieldChoices.Of(new ExampleResponse(200, "application/json", "{oops")).Fault
        );

    private FieldNode Node(string path) =>
        fields.Tree!.Root.Children.Single(node => node.Path == path);

    private string Json(ConnectorDefinition definition) =>
        JsonSerializer.Serialize(fields.Shape(definition));
}
