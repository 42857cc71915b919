using CsCheck;
using DataConnectors.Core.Connectors;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using static DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields.SomeFields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class FieldEditsTests
{
    [Fact]
    public void A_parent_selects_its_children() =>
        Assert.Equal(["items[].sku", "items[].price"], ExposedPaths(Exposing(Order, "items")));

    [Fact]
    public void A_field_takes_the_place_it_has_in_the_answer_whenever_it_is_chosen() =>
        Assert.Equal(
            ["id", "status", "customer.name", "items[].price"],
            ExposedPaths(Exposing(Order, "items[].price", "status", "id", "customer.name"))
        );

    [Fact]
    public void A_field_takes_its_place_after_its_neighbour_where_somebody_arranged_the_fields()
    {
        var arranged = FieldArrangement.Move(Exposing(Order, "id", "customer.name"), "id", by: 1);

        var definition = FieldEdits.Expose(
            arranged,
            Order,
            Lines(Order, "status"),
            isExposed: true
        );

        Assert.Equal(["customer.name", "id", "status"], ExposedPaths(definition));
    }

    [Fact]
    public void A_field_that_is_hidden_and_shown_again_keeps_its_name()
    {
        var named = FieldEdits.Change(
            Exposing(Order, "id", "status"),
            "id",
            field => field with { RenamedTo = "order_number" }
        );

        var hidden = FieldEdits.Expose(named, Order, Lines(Order, "id"), isExposed: false);
        Assert.Equal(["status"], ExposedPaths(hidden));

        var shown = FieldEdits.Expose(hidden, Order, Lines(Order, "id"), isExposed: true);
        Assert.Equal("order_number", shown.ResponseFields[0].RenamedTo);
    }

    [Fact]
    public void A_field_of_which_nothing_is_left_to_say_is_dropped()
    {
        var definition = FieldEdits.Redact(
            Exposing(Order, "id"),
            Order,
            Lines(Order, "id", "status"),
            isRedacted: true
        );
        Assert.Equal(["id", "status"], definition.ResponseFields.Select(field => field.Path));
        Assert.Equal(["id"], ExposedPaths(definition));

        definition = FieldEdits.Expose(definition, Order, Order.Entries, isExposed: false);
        Assert.Equal(2, definition.ResponseFields.Count);
        Assert.Empty(
            FieldEdits.Redact(definition, Order, Order.Entries, isRedacted: false).ResponseFields
        );
    }

    [Fact]
    public void Fields_that_the_answer_does_not_have_are_left_alone()
    {
        var elsewhere = Some.Field("gone");
        var definition = new ConnectorDefinition { ResponseFields = [elsewhere] };

        definition = FieldEdits.Expose(definition, Order, Order.Entries, isExposed: true);
        definition = FieldEdits.Expose(definition, Order, Order.Entries, isExposed: false);

        Assert.Equal([elsewhere], definition.ResponseFields);
    }

    [Fact]
    public void A_list_becomes_one_value_with_its_first_transformation_and_not_after_its_last()
    {
        var items = Line(Order, "items");

        var counted = FieldEdits.Transform(
            Exposing(Order, "id", "items[].sku"),
            Order,
            items,
            steps => [.. steps, Count]
        );
        Assert.Equal(["id", "items[]"], ExposedPaths(counted));

        var plain = FieldEdits.Transform(counted, Order, items, _ => []);
        Assert.Equal(["id"], plain.ResponseFields.Select(field => field.Path));
    }

    [Fact]
    public void Hiding_everything_hides_lists_that_are_one_value_too()
    {
        Assert.Empty(
            ExposedPaths(FieldEdits.Expose(CountingItems, Order, Order.Entries, isExposed: false))
        );
    }

    [Fact]
    public void Whatever_is_exposed_one_by_one_stands_in_the_order_of_the_answer() =>
        Gen.Select(Answers, Gen.Int)
            .Sample(
                (json, seed) =>
                {
                    var outline = Outline(json);
                    var shuffled = outline
                        .Leaves.OrderBy(leaf => HashCode.Combine(seed, leaf.Index))
                        .ToList();
                    var definition = shuffled.Aggregate(
                        new ConnectorDefinition(),
                        (draft, leaf) => FieldEdits.Expose(draft, outline, [leaf], isExposed: true)
                    );

                    Assert.Equal(
                        outline.Leaves.Select(leaf => leaf.Node.Path),
                        ExposedPaths(definition)
                    );
                }
            );
}
