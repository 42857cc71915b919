using AngleSharp.Dom;
using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;
using DataConnectors.Web.Components.Shared;
using Microsoft.Extensions.Time.Testing;
using static DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields.SomeFields;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Data.Fields;

public sealed class FieldTableTests : ComponentTests
{
    private static readonly IReadOnlyList<TransformationDescriptor> Kinds =
    [
        new("trim", TransformationGroup.Text, "Trim", "Makes ' a ' into 'a'.", []),
        new(
            "truncate",
            TransformationGroup.Text,
            "Truncate",
            "Cuts text.",
            [new("length", "Longest length", SettingType.Integer, "100")]
        ),
        new(
            "map",
            TransformationGroup.Any,
            "Map values",
            "Codes to words.",
            [new("values", "Codes", SettingType.Pairs, Default: null)]
        ),
        new("count", TransformationGroup.List, "Count", "How many.", []),
    ];

    private ConnectorDefinition draft = new()
    {
        DataAccess = DataAccess.Restricted,
        ExampleResponse = new ExampleResponse(200, null, OrderJson),
    };
    private IReadOnlyList<Problem> problems = [];
    private readonly FakeTimeProvider clock = new();
    private IRenderedComponent<FieldTable> table = null!;

    [Fact]
    public void A_parent_is_none_some_or_all_of_its_children()
    {
        Show();
        Assert.Equal("false", Named("Expose customer").GetAttribute("aria-checked"));

        Named("Expose customer.name").Change(true);
        Assert.Equal("mixed", Named("Expose customer").GetAttribute("aria-checked"));

        Named("Expose customer").Click();
        Assert.Equal("true", Named("Expose customer").GetAttribute("aria-checked"));

        Named("Expose customer").Click();
        Assert.Empty(draft.ResponseFields);
    }

    [Fact]
    public void Names_fallbacks_and_redaction_reach_the_draft()
    {
        Show();
        Named("Expose id").Change(true);

        table.Labelled("Rename id to").Input("order_number");
        table.Labelled("Fallback of id").Input("0");
        Named("Redact id in logs").Click();

        Assert.Equal(
            new ResponseField(
                "id",
                "order_number",
                "0",
                FieldType.Integer,
                IsExposed: true,
                IsRedacted: true
            ),
            Assert.Single(draft.ResponseFields)
        );
        Assert.Equal("true", Named("Redact id in logs").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_search_narrows_the_table_and_what_select_all_takes()
    {
        Show();

        Named("Search fields").Input("customer");
        Assert.Empty(table.FindAll("[aria-label='Expose id']"));
        Assert.Contains("2 fields shown", Status(), StringComparison.Ordinal);
        table.Button("Select all shown").Click();

        Assert.Equal(["customer.name", "customer.email"], ExposedPaths(draft));
        table.Button("Select none shown").Click();
        Assert.Empty(draft.ResponseFields);
    }

    [Fact]
    public void A_field_that_is_hidden_under_a_filter_stays_until_the_filter_is_chosen_again()
    {
        Show("id");
        Filter("Exposed");

        Named("Expose id").Change(false);
        Assert.NotEmpty(table.FindAll("[aria-label='Expose id']"));

        Filter("All");
        Filter("Exposed");
        Assert.Empty(table.FindAll("[aria-label='Expose id']"));
    }

    [Fact]
    public void Problems_show_at_the_field_they_are_about()
    {
        problems =
        [
            new Problem("responseFields[1].transformations[0].kind", "There is no such kind."),
            new Problem("responseFields[0].path", "Listed twice."),
        ];
        Show("id", "status");

        Assert.Contains(
            "There is no such kind.",
            Row("status").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Listed twice.", Row("id").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Listed twice.", Row("status").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Transformations_are_added_set_moved_and_removed()
    {
        Show("status");
        Named("Transform status").Click();

        Add("Truncate");
        table.Labelled("Longest length").Input("5");
        Add("Trim");
        Assert.Equal(["truncate", "trim"], Kept());
        Assert.Equal("5", draft.ResponseFields[0].Transformations[0].Settings["length"]);

        Named("Move Trim up").Click();
        Assert.Equal(["trim", "truncate"], Kept());
        Assert.Equal("5", table.Labelled("Longest length").GetAttribute("value"));

        Named("Remove Trim").Click();
        Assert.Equal(["truncate"], Kept());
        Assert.Contains("Truncate", Row("status").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_value_is_followed_through_the_steps()
    {
        Show("items[].sku");
        Named("Transform items[].sku").Click();
        Add("Trim");
        clock.Advance(TimeSpan.FromSeconds(1));

        table.WaitForAssertion(() =>
            Assert.Equal(
                ["\"A\"", "\"A\""],
                table.FindAll(".value-text").Select(value => value.TextContent)
            )
        );
    }

    [Fact]
    public void A_setting_that_says_what_holds_anyway_is_left_out()
    {
        Show("status");
        Named("Transform status").Click();
        Add("Truncate");

        table.Labelled("Longest length").Input("5");
        table.Labelled("Longest length").Input("100");

        Assert.Empty(draft.ResponseFields[0].Transformations[0].Settings);
    }

    [Fact]
    public void Codes_are_mapped_to_words_row_by_row()
    {
        Show("status");
        Named("Transform status").Click();
        Add("Map values");

        Named("Code 1").Input("S");
        Named("Words for code 1").Input("Shipped");
        Named("Code 2").Input("C");

        Assert.Equal(
            """{"S":"Shipped","C":""}""",
            draft.ResponseFields[0].Transformations[0].Settings["values"]
        );
        Named("Remove code 2").Click();
        Assert.Equal(
            """{"S":"Shipped"}""",
            draft.ResponseFields[0].Transformations[0].Settings["values"]
        );
    }

    [Fact]
    public void A_list_of_objects_becomes_one_value_by_a_transformation()
    {
        Show();
        Named("Transform items").Click();
        Add("Count");

        Assert.Equal(["items[]"], ExposedPaths(draft));
        Assert.NotEmpty(table.FindAll("[aria-label='Move Count up']"));
    }

    [Fact]
    public void The_kinds_that_are_offered_can_be_searched()
    {
        Show("status");
        Named("Transform status").Click();
        table.Button("Add a transformation").Click();

        Named("Search transformations").Input("words");

        Assert.Equal(
            ["Map values"],
            table.FindAll(".add-kind").Select(kind => kind.GetAttribute("aria-label"))
        );
    }

    [Fact]
    public async Task A_problem_of_a_hidden_line_is_led_to()
    {
        Show("id", "items[].sku");
        table.Button("Close all").Click();
        Assert.Empty(table.FindAll("[aria-label='Expose items[].sku']"));

        await table.InvokeAsync(() =>
            table.Instance.ShowAsync("responseFields[1].transformations[0].settings.length")
        );

        Assert.NotEmpty(table.FindAll("[aria-label='Expose items[].sku']"));
        Assert.NotEmpty(table.FindAll("[role=dialog]"));
    }

    [Fact]
    public void Fields_are_put_in_order_by_buttons()
    {
        draft = draft with { ResponseFields = Exposing(Order, "id", "status").ResponseFields };
        IRenderedComponent<ArrangeFields>? list = null;
        list = Render<ArrangeFields>(parameters =>
            parameters
                .Add(panel => panel.Definition, draft)
                .Add(
                    panel => panel.Edit,
                    edit =>
                    {
                        draft = edit(draft);
                        list!.Render(again => again.Add(panel => panel.Definition, draft));
                    }
                )
        );

        list.Find("[aria-label='Move status up']").Click();

        Assert.Equal(["status", "id"], ExposedPaths(draft));
        Assert.Contains(
            "status is now 1 of 2",
            list.Find("[role=status]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "true",
            list.Find("[aria-label='Move status up']").GetAttribute("aria-disabled")
        );
    }

    /// <summary>Renders the table of a draft that exposes these fields.</summary>
    private void Show(params string[] exposed)
    {
        draft = draft with { ResponseFields = Exposing(Order, exposed).ResponseFields };
        table = Render<FieldTable>(parameters =>
            parameters
                .Add(panel => panel.Definition, draft)
                .Add(
                    panel => panel.Edit,
                    edit =>
                    {
                        draft = edit(draft);
                        table.Render(again => again.Add(panel => panel.Definition, draft));
                    }
                )
                .Add(panel => panel.Outline, Order)
                .Add(panel => panel.Problems, problems)
                .Add(panel => panel.Catalog, Kinds)
                .Add(panel => panel.Shape, ExampleShaping.ShapeAsync)
                .Add(panel => panel.Clock, clock)
                .AddCascadingValue(new FieldProblems(problems, ShowsAll: false))
        );
    }

    private IElement Named(string name) => table.Find($"[aria-label='{name}']");

    private IElement Row(string path) => table.Find($"[id='field-row-{path}']");

    private string Status() => table.Find("[role=status]").TextContent;

    private IEnumerable<string> Kept() =>
        draft.ResponseFields[0].Transformations.Select(step => step.Kind);

    private void Filter(string text) =>
        table!
            .FindAll(".segment")
            .Single(segment => segment.TextContent.Trim() == text)
            .QuerySelector("input")!
            .Change(true);

    private void Add(string title)
    {
        table.Find(".add-open").Click();
        table.FindAll(".add-kind").Single(kind => kind.GetAttribute("aria-label") == title).Click();
    }
}
