using Bunit;
using DataConnectors.Core.Audiences;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Settings.Data.Audiences;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace DataConnectors.Tests.Web.Components.Settings.Data.Audiences;

public sealed class AudiencePagesTests
{
    private static readonly AudienceRule Users = SomeRule.Of(
        "person.role",
        AudienceComparison.Is,
        "user"
    );

    [Fact]
    public async Task Audiences_stand_with_their_rule_in_words_their_people_and_their_users()
    {
        await using var page = await ConsolePage.CreateAsync();
        var id = await CreateAsync(page, "Signed in");
        await CreateAsync(page, "Other");
        await page.Database.AddAsync(Some.Person(201), Some.Person(202));
        await page.Database.CreateConnectorAsync(
            Some.Definition("Get order") with
            {
                AudienceIds = [id],
            }
        );

        var audiences = page.Render<AudiencesPage>();

        audiences.WaitForAssertion(() =>
            Assert.Contains("2 of 2", audiences.FindAll("tbody tr")[1].TextContent)
        );
        var row = audiences.FindAll("tbody tr")[1].TextContent;
        Assert.Contains("person.role is \"user\"", row, StringComparison.Ordinal);
        Assert.Contains("Get order", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_use_is_refused_before_anybody_is_asked_to_confirm()
    {
        await using var page = await ConsolePage.CreateAsync();
        var id = await CreateAsync(page, "Signed in");
        await page.Database.CreateConnectorAsync(
            Some.Definition("Get order") with
            {
                AudienceIds = [id],
            }
        );
        var provider = page.Render<MudDialogProvider>();
        var audiences = page.Render<AudiencesPage>();
        audiences.WaitForElement("tbody tr");

        var deleting = audiences.Find("[aria-label='Delete Signed in']").ClickAsync(new());

        provider.WaitForAssertion(() =>
            Assert.Contains("\"Signed in\" is in use", provider.Markup, StringComparison.Ordinal)
        );
        Assert.Contains("Get order", provider.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be undone", provider.Markup, StringComparison.Ordinal);
        await provider
            .FindAll("button")
            .Single(button => button.TextContent.Trim() == "Close")
            .ClickAsync(new());
        await deleting;
        Assert.Single(await page.Database.Get<AudienceQueries>().ListAsync(default));
    }

    [Fact]
    public async Task A_new_audience_is_made_and_its_problems_stand_at_their_fields()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Render<MudPopoverProvider>();
        var form = page.Render<AudiencePage>();
        form.WaitForElement("#field-name");

        await SaveAsync(form, "Create audience");
        Assert.Contains("Give the audience a name", form.Markup, StringComparison.Ordinal);
        Assert.Contains("Choose an attribute.", form.Markup, StringComparison.Ordinal);

        await form.Find("#field-name").InputAsync("Signed in");
        await form.Find("[aria-label='Condition 1'] select").ChangeAsync("person.role");
        await form.FindAll("[aria-label='Condition 1'] select")[2].ChangeAsync("user");
        await SaveAsync(form, "Create audience");

        var stored = Assert.Single(await page.Database.Get<AudienceQueries>().ListAsync(default));
        Assert.Equal("Signed in", stored.Name);
        Assert.Equal(AudienceJson.Serialize(Users), AudienceJson.Serialize(stored.Rule));
        form.WaitForAssertion(() =>
            Assert.EndsWith(
                "/settings/data/audiences",
                page.Services.GetRequiredService<NavigationManager>().Uri,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_the_conflict_and_neither_loses_anything()
    {
        await using var page = await ConsolePage.CreateAsync();
        var id = await CreateAsync(page, "Before");
        var form = page.Render<AudiencePage>(parameters =>
            parameters.Add(shown => shown.AudienceId, id)
        );
        form.WaitForElement("#field-name");
        await form.Find("#field-name").InputAsync("Mine");
        await page
            .Database.Get<ChangeAudience>()
            .RunAsync(Some.OtherActor, id, new("Theirs", "", Users), 1, default);

        await SaveAsync(form, "Save");

        Assert.Contains(
            "Ola Other changed this audience",
            form.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Mine", form.Find("#field-name").GetAttribute("value"));
        Assert.Equal("Theirs", await NameAsync());
        await SaveAsync(form, "Save mine over it");
        Assert.Equal("Mine", await NameAsync());

        async Task<string> NameAsync() =>
            (await page.Database.Get<AudienceQueries>().FindAsync(id, default))!.Name;
    }

    [Fact]
    public async Task Without_the_permission_it_is_shown_only()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        var id = await CreateAsync(page, "Signed in");

        var list = page.Render<AudiencesPage>();
        list.WaitForElement("tbody tr");
        var form = page.Render<AudiencePage>(parameters =>
            parameters.Add(shown => shown.AudienceId, id)
        );
        form.WaitForElement("#field-name");

        Assert.Empty(list.FindAll("[aria-label='Delete Signed in']"));
        Assert.True(form.Find("fieldset.audience-form").HasAttribute("disabled"));
        Assert.DoesNotContain(
            form.FindAll("button"),
            button => button.TextContent.Trim() == "Save"
        );
    }

    private static Task SaveAsync(IRenderedComponent<AudiencePage> form, string button) =>
        form.FindAll("button").Single(each => each.TextContent.Trim() == button).ClickAsync(new());

    private static async Task<long> CreateAsync(ConsolePage page, string name) =>
        (
            await page
                .Database.Get<CreateAudience>()
                .RunAsync(ConsolePage.Admin, new(name, "", Users), default)
        ).Value;
}
