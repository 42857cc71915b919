using Bunit;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Settings.Data.Attributes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace DataConnectors.Tests.Web.Components.Settings.Data.Attributes;

public sealed class AttributesPageTests
{
    [Fact]
    public async Task Attributes_stand_with_type_and_users_those_of_the_workspace_first()
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.Database.CreateAttributeAsync("vip", AttributeType.Boolean);
        await page.Database.CreateAttributeAsync("topic", owner: AttributeOwner.Conversation);
        await page.Database.CreateConnectorAsync(
            new ConnectorDefinition
            {
                Name = "Get order",
                Url = "https://api.example.com/{{person.vip}}",
            }
        );

        var rows = page.Render<AttributesPage>().WaitForElements("tbody tr");

        Assert.Contains("{{person.vip}}", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("True/False", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Get order", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Empty(rows[0].QuerySelectorAll(".tag"));
        Assert.Contains("Built-in", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(rows[1].QuerySelectorAll("button"));
        Assert.DoesNotContain(
            rows,
            row => row.TextContent.Contains("topic", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Whose_attributes_are_shown_is_in_the_address()
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.Database.CreateAttributeAsync("topic", owner: AttributeOwner.Conversation);
        page.Services.GetRequiredService<NavigationManager>()
            .NavigateTo("/settings/data/attributes?of=conversation");

        var table = page.Render<AttributesPage>().WaitForElement("table");

        Assert.Contains("{{conversation.topic}}", table.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_attribute_of_its_own_the_workspace_is_told_what_they_are_for()
    {
        await using var page = await ConsolePage.CreateAsync();
        var attributes = page.Render<AttributesPage>();

        attributes.WaitForElement("table");

        Assert.Contains("no attribute of its own yet", attributes.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teammate_without_the_permission_changes_nothing()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        await page.Database.CreateAttributeAsync("vip", AttributeType.Boolean);
        var attributes = page.Render<AttributesPage>();

        attributes.WaitForElement("table");

        Assert.Contains("Can access developer hub", attributes.Markup, StringComparison.Ordinal);
        Assert.Empty(attributes.FindAll("tbody button"));
        Assert.DoesNotContain("New attribute", attributes.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_attribute_says_at_the_name_what_is_wrong_with_it_and_then_is_made()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        var attributes = page.Render<AttributesPage>();
        attributes.WaitForElement("table");
        // The click ends with the dialog, so it is not awaited.
        _ = attributes.Find("header button").ClickAsync(new());
        dialogs.WaitForElement("#field-name").Input("1st");

        await dialogs.Find("form").SubmitAsync();
        dialogs.WaitForState(() =>
            dialogs.Markup.Contains("cannot be a name", StringComparison.Ordinal)
        );
        Assert.Equal("true", dialogs.Find("#field-name").GetAttribute("aria-invalid"));
        dialogs.Find("#field-name").Input("first_order");
        dialogs.Find("#field-type").Change("Date");
        await dialogs.Find("form").SubmitAsync();

        attributes.WaitForState(() =>
            attributes.Markup.Contains("{{person.first_order}}", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_attribute_in_use_is_not_deleted_and_says_who_uses_it()
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.Database.CreateAttributeAsync("vip", AttributeType.Boolean);
        await page.Database.CreateConnectorAsync(
            new ConnectorDefinition { Name = "Get order", Body = "{{person.vip}}" }
        );
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        var attributes = page.Render<AttributesPage>();
        _ = attributes.WaitForElement("[aria-label='Delete person.vip']").ClickAsync(new());

        dialogs.WaitForElement("button");
        _ = dialogs.Button("Delete").ClickAsync(new());

        dialogs.WaitForState(() =>
            dialogs.Markup.Contains("is in use", StringComparison.Ordinal)
            && dialogs.Markup.Contains("Get order", StringComparison.Ordinal)
        );
    }
}
