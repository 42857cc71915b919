using System.Text.Json;
using CsCheck;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using static DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields.SomeFields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class FieldArrangementTests
{
    [Fact]
    public void The_lines_are_the_keys_that_Fin_reads()
    {
        var definition = FieldEdits.Change(
            Exposing(Order, "id", "items", "tags"),
            "id",
            field => field with { RenamedTo = "number" }
        );

        Assert.Equal(
            [
                new ArrangedField("id", "number", 0, IsGroup: false, 0, 3, "$"),
                new ArrangedField("items", "items", 0, IsGroup: true, 1, 3, "$"),
                new ArrangedField("items[].sku", "sku", 1, IsGroup: false, 0, 2, "items[]"),
                new ArrangedField("items[].price", "price", 1, IsGroup: false, 1, 2, "items[]"),
                new ArrangedField("tags", "tags", 0, IsGroup: false, 2, 3, "$"),
            ],
            FieldArrangement.Of(definition)
        );
    }

    [Fact]
    public async Task An_object_moves_with_all_that_is_inside()
    {
        var definition = FieldArrangement.Move(
            Exposing(Order, "id", "status", "customer"),
            "customer",
            by: -1
        );

        Assert.Equal(
            """{"id":7,"customer":{"name":"Ana","email":"ana@example.com"},"status":"S"}""",
            await ShapedAsync(definition)
        );
    }

    [Fact]
    public async Task Fields_inside_a_list_change_places_among_themselves()
    {
        var definition = FieldArrangement.MoveTo(
            Exposing(Order, "id", "items"),
            "items[].price",
            "items[].sku"
        );

        Assert.StartsWith(
            """{"id":7,"items":[{"price":1.5,"sku":"A"}""",
            await ShapedAsync(definition),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_field_cannot_leave_its_object_nor_pass_the_ends()
    {
        var definition = Exposing(Order, "id", "customer");

        Assert.Same(definition, FieldArrangement.MoveTo(definition, "customer.name", "id"));
        Assert.Same(definition, FieldArrangement.Move(definition, "customer.name", by: -1));
        Assert.Same(definition, FieldArrangement.Move(definition, "customer", by: 1));
        Assert.Same(definition, FieldArrangement.Move(definition, "nowhere", by: 1));
    }

    [Fact]
    public void A_move_and_its_opposite_change_nothing() =>
        Gen.Select(Answers, Gen.Int[0, 50], Gen.Bool)
            .Sample(
                (json, pick, isDown) =>
                {
                    var outline = Outline(json);
                    var definition = FieldEdits.Expose(
                        new ConnectorDefinition(),
                        outline,
                        outline.Entries,
                        isExposed: true
                    );
                    var lines = FieldArrangement.Of(definition);
                    if (lines.Count == 0)
                    {
                        return;
                    }

                    var line = lines[pick % lines.Count];
                    var by = isDown ? 1 : -1;
                    var moved = FieldArrangement.Move(definition, line.Path, by);
                    var isAtEnd = isDown ? line.Position == line.Siblings - 1 : line.Position == 0;

                    Assert.Equal(isAtEnd, ReferenceEquals(moved, definition));
                    Assert.Equal(
                        definition.ResponseFields.OrderBy(field => field.Path),
                        moved.ResponseFields.OrderBy(field => field.Path)
                    );
                    Assert.Equal(
                        definition.ResponseFields,
                        isAtEnd
                            ? definition.ResponseFields
                            : FieldArrangement.Move(moved, line.Path, -by).ResponseFields
                    );
                }
            );

    private static async Task<string> ShapedAsync(ConnectorDefinition definition) =>
        JsonSerializer.Serialize(
            (
                await ExampleShaping.ShapeAsync(
                    definition,
                    new ExampleResponse(200, null, OrderJson),
                    CancellationToken.None
                )
            )
                .Value
                .Root
        );
}
