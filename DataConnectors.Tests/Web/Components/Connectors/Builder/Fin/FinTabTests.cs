using Bunit;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Connectors.Builder.Fin;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder.Fin;

public sealed class FinTabTests : IAsyncLifetime
{
    private static readonly AudienceRule Pro = SomeRule.Of(
        "person.plan",
        AudienceComparison.Is,
        "pro"
    );

    private ConsolePage page = null!;
    private ConnectorDefinition definition = Some.Definition();

    public async ValueTask InitializeAsync()
    {
        page = await ConsolePage.CreateAsync();
        await page.Database.CreateAttributeAsync("plan");
        await page.Database.AddAsync(
            new Teammate
            {
                Id = 7,
                Name = "Mira",
                Email = "mira@example.com",
                UserName = "mira@example.com",
            },
            Some.Person(201, attributesJson: """{"plan":"pro"}"""),
            Some.Person(202, name: "Ana", email: "ana@example.com"),
            Some.Person(203, PersonRole.Visitor, name: null, email: null)
        );
    }

    public ValueTask DisposeAsync() => page.DisposeAsync();

    [Theory]
    [InlineData(RequestMethod.Get, "Enabled (direct trigger)")]
    [InlineData(RequestMethod.Delete, "Disabled (manual trigger)")]
    public async Task What_is_recommended_follows_from_whether_the_call_writes(
        RequestMethod method,
        string recommended
    )
    {
        definition = new ConnectorDefinition { Method = method };

        var tab = await RenderAsync();

        var title = tab.FindAll(".choice-title")
            .Single(choice => choice.TextContent.Contains("Recommended", StringComparison.Ordinal));
        Assert.Contains(recommended, title.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_disabled_changes_the_draft()
    {
        var tab = await RenderAsync();

        await tab.FindAll("input[type=radio][name=directFinUsage]")[1]
            .ChangeAsync(new() { Value = "on" });

        Assert.False(definition.DirectFinUsage);
    }

    [Fact]
    public async Task Trying_another_kind_of_audience_loses_no_rule_and_nothing_holds_beside_another()
    {
        var enterprise = await AudienceAsync("Enterprise plan");
        var tab = await RenderAsync();

        await ChooseAsync(tab, "Custom audience");
        Assert.Equal("", Assert.Single(definition.CustomAudience!.Conditions).Attribute);
        await tab.Find("[aria-label='Condition 1'] select").ChangeAsync("person.plan");
        await tab.Find("[aria-label='Condition 1'] input").InputAsync("pro");
        Assert.Equal(AudienceJson.Serialize(Pro), Rule());

        await ChooseAsync(tab, "Fin audiences");
        Assert.Equal(AudienceJson.Serialize(Pro), Rule());
        Assert.Contains("the custom audience holds", tab.Markup, StringComparison.Ordinal);
        await tab.Find(".picker input[type=checkbox]").ChangeAsync(true);
        Assert.Equal([enterprise], definition.AudienceIds);
        Assert.Null(definition.CustomAudience);

        await ChooseAsync(tab, "Everyone");
        Assert.Empty(definition.AudienceIds);
        await ChooseAsync(tab, "Fin audiences");
        Assert.Equal([enterprise], definition.AudienceIds);
        await ChooseAsync(tab, "Custom audience");
        Assert.Equal(AudienceJson.Serialize(Pro), Rule());
        Assert.Empty(definition.AudienceIds);

        string Rule() => AudienceJson.Serialize(definition.CustomAudience!);
    }

    [Fact]
    public async Task Audiences_are_found_by_typing_and_what_is_chosen_stays_in_sight()
    {
        var enterprise = await AudienceAsync("Enterprise plan");
        await AudienceAsync("Beta testers");
        definition = definition with { AudienceIds = [enterprise] };
        var tab = await RenderAsync();

        await tab.Find("[id='field-audienceIds.search']").InputAsync("BETA");
        Assert.Equal(["Beta testers", "Enterprise plan"], Labels());

        await tab.Find("[id='field-audienceIds.search']").InputAsync("nothing");
        Assert.Equal(["Enterprise plan"], Labels());

        IEnumerable<string> Labels() =>
            tab.FindAll(".picker-list label").Select(label => label.TextContent);
    }

    [Fact]
    public async Task Who_would_be_reached_is_counted_and_named()
    {
        definition = definition with { CustomAudience = Pro };

        var tab = await RenderAsync();

        tab.WaitForAssertion(() =>
            Assert.Contains(
                "1 of 3 people",
                tab.Find(".reach").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("Grace Hopper", tab.Find(".reach").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_me_is_one_click_and_can_be_undone()
    {
        definition = definition with { CustomAudience = Pro, RolloutPercent = 20 };
        var tab = await RenderAsync();

        await Button(tab, "Only me").ClickAsync(new());

        Assert.Equal(
            AudienceJson.Serialize(
                SomeRule.Of("person.email", AudienceComparison.Is, "mira@example.com")
            ),
            AudienceJson.Serialize(definition.CustomAudience!)
        );
        Assert.Equal(100, definition.RolloutPercent);
        await Button(tab, "Undo").ClickAsync(new());
        Assert.Equal(
            (AudienceJson.Serialize(Pro), 20),
            (AudienceJson.Serialize(definition.CustomAudience!), definition.RolloutPercent)
        );
    }

    [Fact]
    public async Task A_percentage_that_is_none_is_no_percentage()
    {
        var tab = await RenderAsync();

        await tab.Find("#field-rolloutPercent").InputAsync("25");
        Assert.Equal(25, definition.RolloutPercent);
        await tab.Find("#field-rolloutPercent").InputAsync("");
        Assert.Equal(0, definition.RolloutPercent);
        Assert.Contains("from 1 to 100", tab.Markup, StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(IRenderedComponent<FinTab> tab, string title)
    {
        await tab.FindAll(".choice")
            .Single(choice => choice.QuerySelector(".choice-title")!.TextContent.Trim() == title)
            .QuerySelector("input")!
            .ChangeAsync(new() { Value = "on" });
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<FinTab> tab, string text) =>
        tab.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private async Task<long> AudienceAsync(string name) =>
        (
            await page
                .Database.Get<CreateAudience>()
                .RunAsync(ConsolePage.Admin, new(name, "", Pro), CancellationToken.None)
        ).Value;

    private async Task<IRenderedComponent<FinTab>> RenderAsync()
    {
        var context = await page.Database.Get<ConnectorRuleContexts>().ReadAsync(default);
        var kept = new KeptAudience();
        IRenderedComponent<Form>? form = null;
        form = page.Render<Form>(parameters => parameters.Add(shown => shown.Content, Content));
        return form.FindComponent<FinTab>();

        Microsoft.AspNetCore.Components.RenderFragment Content() =>
            builder =>
            {
                builder.OpenComponent<Microsoft.AspNetCore.Components.CascadingValue<FieldProblems>>(
                    0
                );
                builder.AddAttribute(
                    1,
                    "Value",
                    new FieldProblems(Some.Rules.Check(definition, context), ShowsAll: true)
                );
                builder.AddAttribute(
                    2,
                    "ChildContent",
                    (Microsoft.AspNetCore.Components.RenderFragment)(
                        child =>
                        {
                            child.OpenComponent<FinTab>(0);
                            child.AddAttribute(1, "Definition", definition);
                            child.AddAttribute(
                                2,
                                "Edit",
                                (Action<Func<ConnectorDefinition, ConnectorDefinition>>)(
                                    edit =>
                                    {
                                        definition = edit(definition);
                                        form!.Render();
                                    }
                                )
                            );
                            child.AddAttribute(3, "ConnectorId", 4_242L);
                            child.AddAttribute(4, "Rules", context);
                            child.AddAttribute(5, "Kept", kept);
                            child.CloseComponent();
                        }
                    )
                );
                builder.CloseComponent();
            };
    }

    /// <summary>The builder's page as far as the tab needs it: it renders again with every edit.</summary>
    private sealed class Form : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.Parameter]
        public Func<Microsoft.AspNetCore.Components.RenderFragment> Content { get; set; } = null!;

        protected override void BuildRenderTree(
            Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder
        ) => Content()(builder);
    }
}
