using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Connectors.Builder;
using DataConnectors.Web.Components.Connectors.Builder.Api;
using DataConnectors.Web.Components.Shared;
using MudBlazor;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder;

public sealed class PanelTests : ComponentTests
{
    private static readonly TokenSummary ShopKey = new(
        5,
        "Shop key",
        "",
        "X-Api-Key",
        "",
        Domain: null,
        DateTimeOffset.UnixEpoch,
        LastUsedAt: null
    );

    private readonly List<NewToken> created = [];
    private ConnectorDefinition definition = new();
    private IReadOnlyList<Problem> problems = [];

    public PanelTests() => WithoutMonaco();

    [Fact]
    public void Every_keystroke_reaches_the_draft()
    {
        var tab = RenderApiTab();

        tab.Labelled("Name").Input("Get order");
        tab.Labelled("Description").Input("Looks up an order.");
        tab.Labelled("Internal description").Input("Ours");

        Assert.Equal(
            ("Get order", "Looks up an order.", "Ours"),
            (definition.Name, definition.Description, definition.InternalDescription)
        );
    }

    [Fact]
    public void A_field_keeps_what_was_typed_when_its_owner_still_has_the_value_from_before()
    {
        var box = Render<TextBox>(parameters =>
            parameters
                .Add(field => field.Label, "Name")
                .Add(field => field.Path, "name")
                .Add(field => field.Value, "a")
        );
        box.Find("input").Input("ab");

        box.Render(parameters => parameters.Add(field => field.Value, "a"));
        Assert.Equal("ab", box.Find("input").GetAttribute("value"));

        box.Render(parameters => parameters.Add(field => field.Value, "theirs"));
        Assert.Equal("theirs", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Data_inputs_are_added_changed_moved_and_removed()
    {
        var tab = RenderApiTab();
        tab.Buttons("Data input")[0].Click();
        tab.Buttons("Data input")[0].Click();
        tab.AllLabelled("Data input name")[0].Input("first");
        tab.AllLabelled("Data input name")[1].Input("second");
        tab.AllLabelled("Format")[1].Change("Number");
        tab.AllLabelled("Where the data comes from")[1].Change("Attribute");
        tab.Labelled("Attribute").Change("person.email");

        Assert.Equal(["first", "second"], definition.DataInputs.Select(input => input.Name));
        Assert.Equal(
            new DataInput
            {
                Name = "second",
                Type = DataInputType.Number,
                Source = DataInputSource.Attribute,
                AttributePath = "person.email",
            },
            definition.DataInputs[1]
        );

        tab.Find("[aria-label='Move Data input second up']").Click();
        Assert.Equal(["second", "first"], definition.DataInputs.Select(input => input.Name));

        tab.Find("[aria-label='Remove Data input second']").Click();
        Assert.Equal(["first"], definition.DataInputs.Select(input => input.Name));
    }

    [Fact]
    public void An_unknown_placeholder_is_shown_and_can_become_a_data_input()
    {
        var tab = RenderApiTab();
        tab.Labelled("URL").Input("https://api.example.com/{{order_id}}/{{person.email}}");

        var chips = tab.FindAll(".chip");
        Assert.Contains("names nothing", chips[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("names nothing", chips[1].TextContent, StringComparison.Ordinal);

        tab.Find(".chip-action").Click();
        Assert.Equal("order_id", Assert.Single(definition.DataInputs).Name);
        Assert.Empty(tab.FindAll(".chip-action"));
    }

    [Fact]
    public void A_cURL_command_fills_the_form_and_keeps_its_secret_out_of_the_draft()
    {
        var tab = RenderApiTab();
        tab.Labelled("URL")
            .Input(
                "curl -X POST https://api.example.com/orders -H 'Authorization: Bearer s3cret' -H 'Accept: text/plain' -d '{\"a\":1}' -H 'Content-Type: application/json'"
            );

        Assert.Equal(RequestMethod.Post, definition.Method);
        Assert.Equal("https://api.example.com/orders", definition.Url);
        Assert.Equal("{\"a\":1}", definition.Body);
        Assert.DoesNotContain(
            "s3cret",
            ConnectorJson.Serialize(definition),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("s3cret", tab.Markup, StringComparison.Ordinal);

        tab.Buttons("Save Authorization as a token")[0].Click();
        tab.Labelled("Token name").Input("Orders");
        tab.Buttons("Create token")[0].Click();

        var token = Assert.Single(created);
        Assert.Equal(
            ("Orders", "Authorization", "Bearer", "s3cret"),
            (token.Name, token.HeaderKey, token.Prefix, token.Value.Open())
        );
        Assert.Equal([ShopKey.Id], definition.TokenIds);
    }

    [Fact]
    public void The_body_is_hidden_while_GET_has_none_and_kept_visible_when_it_has_one()
    {
        var tab = RenderApiTab();
        Assert.Empty(tab.AllLabelled("Body"));

        tab.Labelled("Method").Change("Post");
        tab.Labelled("Body").Input("{}");
        tab.Labelled("Method").Change("Get");

        Assert.Single(tab.AllLabelled("Body"));
        Assert.Equal("{}", definition.Body);
    }

    [Fact]
    public async Task Headers_tokens_timeout_and_example_reach_the_draft()
    {
        var tab = RenderApiTab();
        await tab.Buttons("Header")[0].ClickAsync();
        tab.Labelled("Header name").Input("Accept");
        tab.Labelled("Header value").Input("application/json");
        tab.Find(".token input").Change(true);
        tab.Labelled("Timeout in seconds").Input("2.5");
        tab.Labelled("Example response").Input("{\"a\":1}");
        tab.Labelled("Example status").Input("201");

        Assert.Equal([new HeaderField("Accept", "application/json")], definition.Headers);
        Assert.Equal([ShopKey.Id], definition.TokenIds);
        Assert.Equal(2500, definition.TimeoutMilliseconds);
        Assert.Equal(
            new ExampleResponse(201, "application/json", "{\"a\":1}"),
            definition.ExampleResponse
        );
    }

    [Fact]
    public void Statuses_treated_as_an_answer_are_read_from_a_list()
    {
        var tab = RenderApiTab();

        tab.Labelled("Also treat as an answer").Input("404, 410;x");

        Assert.Equal([404, 410, 0], definition.ExpectedStatuses);
        Assert.Equal("404, 410;x", tab.Labelled("Also treat as an answer").GetAttribute("value"));

        tab.Labelled("Also treat as an answer").Input("");
        Assert.Empty(definition.ExpectedStatuses);
    }

    [Fact]
    public void What_a_missing_value_does_is_chosen_where_there_are_inputs()
    {
        var tab = RenderApiTab();
        Assert.Empty(tab.AllLabelled("Stop a run when a required value is missing"));
        tab.Buttons("Data input")[0].Click();

        tab.Labelled("Stop a run when a required value is missing").Change(false);

        Assert.False(definition.ValidateMissingAttributes);
    }

    [Fact]
    public void An_example_that_is_written_is_no_longer_one_of_a_test()
    {
        definition = new ConnectorDefinition
        {
            ExampleResponse = new ExampleResponse(200, "application/json", "{}"),
            ExampleOrigin = ExampleOrigin.Test,
        };
        var tab = RenderApiTab();

        tab.Labelled("Example status").Input("201");
        Assert.Equal(ExampleOrigin.Mock, definition.ExampleOrigin);

        definition = definition with { ExampleOrigin = ExampleOrigin.Test };
        tab.Labelled("Example response").Input("{\"a\":1}");
        Assert.Equal(ExampleOrigin.Mock, definition.ExampleOrigin);
    }

    [Fact]
    public void A_problem_of_an_empty_field_waits_until_the_person_has_been_there()
    {
        problems = [new Problem("name", "Give it a name.")];
        var tab = RenderApiTab();
        Assert.DoesNotContain("Give it a name.", tab.Markup, StringComparison.Ordinal);

        tab.Labelled("Name").Blur();

        Assert.Contains("Give it a name.", tab.Markup, StringComparison.Ordinal);
        Assert.Equal("true", tab.Labelled("Name").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_problem_leads_to_its_field()
    {
        string? path = null;
        var list = Render<ProblemList>(parameters =>
            parameters
                .Add(
                    panel => panel.Problems,
                    [new Problem("headers[0].name", "Give the header a name.")]
                )
                .Add(panel => panel.IsOpen, value: true)
                .Add(panel => panel.OnJump, to => path = to)
        );

        list.Find(".problem").Click();

        Assert.Equal("headers[0].name", path);
    }

    [Fact]
    public void Tabs_keep_their_names_whatever_their_counts()
    {
        var strip = Render<TabStrip>(parameters =>
            parameters
                .Add(tabs => tabs.Label, "Builder")
                .Add(tabs => tabs.Active, "api")
                .Add(
                    tabs => tabs.Tabs,
                    [new TabStripItem("api", "API", 2), new TabStripItem("data", "Data")]
                )
        );

        Assert.Equal(
            ["API", "Data"],
            strip.FindAll("[role=tab]").Select(tab => tab.GetAttribute("aria-label"))
        );
        Assert.Equal("2 problems", strip.Find("#tab-api-count").TextContent);
    }

    private IRenderedComponent<ApiTab> RenderApiTab()
    {
        Render<MudPopoverProvider>();
        IRenderedComponent<ApiTab>? tab = null;
        tab = Render<ApiTab>(parameters =>
            parameters
                .Add(panel => panel.Definition, definition)
                .Add(
                    panel => panel.Edit,
                    edit =>
                    {
                        definition = edit(definition);
                        tab!.Render(again => again.Add(panel => panel.Definition, definition));
                    }
                )
                .Add(
                    panel => panel.Rules,
                    new ConnectorRuleContext(
                        [ShopKey],
                        AttributeCatalog.BuiltIn,
                        new ObjectSchema([])
                    )
                )
                .Add(
                    panel => panel.CreateToken,
                    token =>
                    {
                        created.Add(token);
                        return Task.FromResult<Outcome<TokenSummary, Fault>>(ShopKey);
                    }
                )
                .AddCascadingValue(new FieldProblems(problems, ShowsAll: false))
        );
        return tab;
    }
}
