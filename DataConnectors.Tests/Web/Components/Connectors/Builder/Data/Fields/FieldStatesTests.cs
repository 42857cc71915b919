using CsCheck;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using static DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields.SomeFields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class FieldStatesTests
{
    [Fact]
    public void A_parent_counts_what_is_exposed_below_it()
    {
        var states = States(Exposing(Order, "customer.name", "items[].sku"));

        Assert.Equal(new FieldCounts(2, 1, 0, 0), states.CountsOf(Line(Order, "customer")));
        Assert.Equal(new FieldCounts(7, 2, 0, 0), states.Total);
    }

    [Fact]
    public void What_masks_an_object_masks_the_fields_inside()
    {
        var states = States(
            new ConnectorDefinition
            {
                ResponseFields =
                [
                    Some.Field("customer", isExposed: false, isRedacted: true) with
                    {
                        Type = FieldType.Object,
                    },
                ],
            }
        );

        Assert.Equal(2, states.CountsOf(Line(Order, "customer")).Redacted);
        Assert.True(states.Matches(Line(Order, "customer.email"), FieldFilter.Redacted));
        Assert.False(states.Matches(Line(Order, "id"), FieldFilter.Redacted));
    }

    [Fact]
    public void A_list_that_is_exposed_as_one_value_counts_beside_its_fields()
    {
        Assert.Equal(
            new FieldCounts(3, 1, 0, 1),
            States(CountingItems).CountsOf(Line(Order, "items"))
        );
    }

    [Fact]
    public void Sums_are_what_one_gets_by_counting() =>
        Gen.Select(Answers, Gen.Int[0, 255])
            .Sample(
                (json, bits) =>
                {
                    var outline = Outline(json);
                    var chosen = outline
                        .Leaves.Where((_, i) => (bits >> (i % 8) & 1) == 1)
                        .ToList();
                    var definition = FieldEdits.Expose(
                        new ConnectorDefinition(),
                        outline,
                        chosen,
                        isExposed: true
                    );
                    var states = new FieldStates(outline, definition.ResponseFields);

                    Assert.Equal(outline.Leaves.Count, states.Total.All);
                    Assert.Equal(chosen.Count, states.Total.Exposed);
                    Assert.All(
                        outline.Entries,
                        entry =>
                            Assert.Equal(
                                outline.Within(entry).Count(chosen.Contains),
                                states.CountsOf(entry).Exposed
                            )
                    );
                }
            );

    private static FieldStates States(ConnectorDefinition definition) =>
        new(Order, definition.ResponseFields);
}
