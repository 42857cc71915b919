using DataConnectors.Core.Connectors;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data;

public sealed class FieldChoicesTests
{
    private static readonly FieldChoices Order = FieldChoices.Of(
        new ExampleResponse(
            200,
            "application/json",
            """{"id":7,"customer":{"name":"Ana","email":"ana@example.com"},"items":[{"sku":"A","price":1.5},{"sku":"B"}]}"""
        )
    );

    [Fact]
    public void The_fields_of_an_example_are_its_leaves_with_lists_merged() =>
        Assert.Equal(
            ["id", "customer.name", "customer.email", "items[].sku", "items[].price"],
            Order.Outline!.Leaves.Select(leaf => leaf.Node.Path)
        );

    [Fact]
    public void An_exposed_or_redacted_field_that_the_example_lacks_is_named()
    {
        var definition = new ConnectorDefinition
        {
            ResponseFields =
            [
                Some.Field("id"),
                Some.Field("gone.away"),
                Some.Field("gone.too", isExposed: false, isRedacted: true),
                Some.Field("not.in.use", isExposed: false),
            ],
        };

        Assert.Equal(
            ["gone.away", "gone.too"],
            Order.Absent(definition).Select(field => field.Path)
        );
    }

    [Fact]
    public void An_example_that_is_not_json_says_why() =>
        Assert.NotNull(
            FieldChoices.Of(new ExampleResponse(200, "application/json", "{oops")).Fault
        );
}
