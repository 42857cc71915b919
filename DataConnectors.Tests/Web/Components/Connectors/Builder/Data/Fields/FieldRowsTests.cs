using CsCheck;
using DataConnectors.Core.Connectors;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using static DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields.SomeFields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class FieldRowsTests
{
    private readonly FieldRows rows = new(Order);

    [Theory]
    [InlineData("EMAIL", "customer", "customer.email")]
    [InlineData("ana@", "customer", "customer.email")]
    [InlineData(" price ", "items", "items[].price")]
    [InlineData("items", "items", "items[].sku", "items[].price")]
    [InlineData("nowhere")]
    public void A_search_finds_paths_and_values_and_keeps_what_stands_above(
        string text,
        params string[] expected
    )
    {
        Look(FieldFilter.All, text, new ConnectorDefinition());

        Assert.Equal(expected, Visible());
    }

    [Fact]
    public void A_search_finds_new_names()
    {
        var definition = FieldEdits.Change(
            Exposing(Order, "id"),
            "id",
            field => field with { RenamedTo = "order_number" }
        );

        Look(FieldFilter.All, "order_n", definition);

        Assert.Equal(["id"], Visible());
    }

    [Fact]
    public void Filters_show_what_is_exposed_redacted_or_changed()
    {
        var definition = FieldEdits.Change(
            Exposing(Order, "id", "items[].sku"),
            "id",
            field => field with { Fallback = "0" }
        );
        definition = FieldEdits.Redact(
            definition,
            Order,
            Lines(Order, "customer.email"),
            isRedacted: true
        );

        Look(FieldFilter.Exposed, "", definition);
        Assert.Equal(["id", "items", "items[].sku"], Visible());
        Look(FieldFilter.Redacted, "", definition);
        Assert.Equal(["customer", "customer.email"], Visible());
        Look(FieldFilter.Changed, "", definition);
        Assert.Equal(["id"], Visible());
        Assert.Equal(["id"], rows.Matches.Select(entry => entry.Node.Path));
    }

    [Fact]
    public void A_closed_line_hides_what_is_below_and_a_search_opens_it_again()
    {
        rows.Toggle(Line(Order, "customer"));
        Assert.DoesNotContain("customer.name", Visible());

        Look(FieldFilter.All, "name", new ConnectorDefinition());
        Assert.Equal(["customer", "customer.name"], Visible());

        Look(FieldFilter.All, "", new ConnectorDefinition());
        Assert.DoesNotContain("customer.name", Visible());
    }

    [Fact]
    public void A_line_that_is_filtered_out_or_closed_can_be_shown()
    {
        rows.Toggle(Line(Order, "items"));
        Look(FieldFilter.All, "email", new ConnectorDefinition());

        var index = rows.Reveal(Line(Order, "items[].sku"));

        Assert.Equal("items[].sku", rows.Visible[index].Node.Path);
    }

    [Fact]
    public void Large_answers_start_closed()
    {
        var members = string.Join(
            ',',
            Enumerable.Range(0, FieldRows.MostLinesOpenAtFirst).Select(i => $"\"f{i}\":{i}")
        );

        var large = new FieldRows(Outline("{\"id\":1,\"all\":{" + members + "}}"));

        Assert.Equal(["id", "all"], large.Visible.Select(entry => entry.Node.Path));
        large.OpenAll();
        Assert.Equal(FieldRows.MostLinesOpenAtFirst + 2, large.Visible.Count);
    }

    [Fact]
    public void Every_line_that_is_shown_has_its_parents_above_it() =>
        Gen.Select(Answers, Gen.String[Gen.Char['a', 'd'], 0, 2])
            .Sample(
                (json, text) =>
                {
                    var outline = Outline(json);
                    var any = new FieldRows(outline);
                    any.Look(new FieldQuery(FieldFilter.All, text), new FieldStates(outline, []));
                    var shown = any.Visible.Select(entry => entry.Index).ToHashSet();

                    Assert.All(
                        any.Visible,
                        entry => Assert.True(entry.Parent < 0 || shown.Contains(entry.Parent))
                    );
                    Assert.All(any.Matches, entry => Assert.Contains(entry.Index, shown));
                    Assert.Equal(any.Visible, any.Visible.OrderBy(entry => entry.Index));
                }
            );

    private IEnumerable<string> Visible() => rows.Visible.Select(entry => entry.Node.Path);

    private void Look(FieldFilter filter, string text, ConnectorDefinition definition) =>
        rows.Look(new FieldQuery(filter, text), new FieldStates(Order, definition.ResponseFields));
}
