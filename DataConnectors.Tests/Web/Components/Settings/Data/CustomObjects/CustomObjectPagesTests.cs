using Bunit;
using Bunit.TestDoubles;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Tests.Core.CustomObjects;
using DataConnectors.Tests.Support;
using DataConnectors.Web.Components.Settings.Data.CustomObjects;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace DataConnectors.Tests.Web.Components.Settings.Data.CustomObjects;

public sealed class CustomObjectPagesTests
{
    [Fact]
    public async Task Without_types_the_list_says_what_they_are_for()
    {
        await using var page = await ConsolePage.CreateAsync();
        var list = page.Render<CustomObjectsPage>();

        list.WaitForState(() =>
            list.Markup.Contains("No custom objects yet", StringComparison.Ordinal)
        );

        Assert.Contains(
            "/settings/data/custom-objects/new-type",
            list.Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Types_are_listed_with_their_counts_and_read_only_without_the_permission()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        await StoreAsync(page, 3);
        var list = page.Render<CustomObjectsPage>();

        var row = list.WaitForElement("tbody tr");

        Assert.Equal(
            "/settings/data/custom-objects/order",
            row.QuerySelector("a")!.GetAttribute("href")
        );
        Assert.Equal("3", row.QuerySelector("[data-label=Objects]")!.TextContent);
        Assert.Contains("customer, watchers", row.TextContent, StringComparison.Ordinal);
        Assert.Empty(list.FindAll("button"));
        Assert.Contains("Can access developer hub", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_a_type_with_objects_says_how_many_go_with_it()
    {
        await using var page = await ConsolePage.CreateAsync();
        await StoreAsync(page, 3);
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        var list = page.Render<CustomObjectsPage>();
        _ = list.WaitForElement("[aria-label='Delete Order']").ClickAsync(new());
        dialogs.WaitForState(() =>
            dialogs.Markup.Contains("3 stored objects are deleted", StringComparison.Ordinal)
        );

        _ = dialogs.Button("Delete").ClickAsync(new());

        list.WaitForState(() =>
            list.Markup.Contains("No custom objects yet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_new_type_shows_problems_at_their_fields_until_these_are_changed()
    {
        await using var page = await ConsolePage.CreateAsync();
        page.Render<MudPopoverProvider>();
        var form = page.Render<NewCustomObjectPage>();
        form.WaitForState(() => form.FindAll("fieldset[disabled]").Count == 0);
        await form.Button("Create custom object").ClickAsync(new());
        form.WaitForState(() =>
            form.Markup.Contains("Give the object a name", StringComparison.Ordinal)
        );
        Assert.Equal(
            "true",
            form.Find("[id='field-attributes[0].name']").GetAttribute("aria-invalid")
        );

        form.Find("#field-name").Input("Order");
        Assert.DoesNotContain("Give the object a name", form.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Give the object a key", form.Markup, StringComparison.Ordinal);
        Assert.Equal("order", form.Find("#field-key").GetAttribute("value"));
        form.Find("[id='field-attributes[0].name']").Input("status");
        form.Button("Reference").Click();
        form.Find("[id='field-references[0].name']").Input("customer");
        await form.Button("Create custom object").ClickAsync(new());

        form.WaitForState(() =>
            page
                .Services.GetRequiredService<NavigationManager>()
                .Uri.EndsWith("/settings/data/custom-objects/order", StringComparison.Ordinal)
        );
        var type = Assert.Single(await page.Database.TypesAsync());
        Assert.Equal("status", Assert.Single(type.Details.Attributes).Name);
        Assert.Equal(
            new ObjectReference("customer", IsMany: false),
            Assert.Single(type.Details.References)
        );
    }

    [Fact]
    public async Task Objects_of_a_type_are_paged_and_lead_to_the_object_and_its_people()
    {
        await using var page = await ConsolePage.CreateAsync();
        await StoreAsync(page, CustomObjectQueries.PageSize + 5);
        var orders = page.Render<CustomObjectPage>(parameters =>
            parameters.Add(shown => shown.Key, "order")
        );

        var rows = orders.WaitForElements("tbody tr");

        Assert.Equal(CustomObjectQueries.PageSize, rows.Count);
        Assert.Contains("o-55", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("paid", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "/people/201",
            rows[0].QuerySelector("[data-label=People] a")!.GetAttribute("href")
        );
        await orders.Button("Load more").ClickAsync(new());
        orders.WaitForState(() =>
            orders.FindAll("tbody tr").Count == CustomObjectQueries.PageSize + 5
        );
        Assert.DoesNotContain("Load more", orders.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_a_hit_can_be_cleared()
    {
        await using var page = await ConsolePage.CreateAsync();
        await StoreAsync(page, 2);
        var navigation = page.Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo("/settings/data/custom-objects/order?q=zebra");
        page.Render<MudPopoverProvider>();
        var orders = page.Render<CustomObjectPage>(parameters =>
            parameters.Add(shown => shown.Key, "order")
        );
        orders.WaitForState(() =>
            orders.Markup.Contains("No Order holds", StringComparison.Ordinal)
        );

        await orders.Button("Clear search").ClickAsync(new());

        orders.WaitForState(() => orders.FindAll("tbody tr").Count == 2);
        Assert.DoesNotContain("q=", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_is_not_there_says_so()
    {
        await using var page = await ConsolePage.CreateAsync();
        var orders = page.Render<CustomObjectPage>(parameters =>
            parameters.Add(shown => shown.Key, "nosuch")
        );

        orders.WaitForState(() =>
            orders.Markup.Contains("There is no custom object nosuch", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Removing_an_attribute_asks_because_its_values_go_and_then_saves()
    {
        await using var page = await ConsolePage.CreateAsync();
        await StoreAsync(page, 2);
        var (dialogs, definition) = OpenDefinition(page);
        Assert.Empty(definition.FindAll("[id='field-attributes[0].type']"));
        definition.Find("[aria-label='Remove attribute status']").Click();

        _ = definition.Button("Save changes").ClickAsync(new());
        dialogs.WaitForState(() =>
            dialogs.Markup.Contains(
                "What is stored of it in 2 objects is deleted",
                StringComparison.Ordinal
            )
        );
        _ = dialogs.Button("Save and delete").ClickAsync(new());

        definition.WaitForState(() =>
            definition.FindAll("[aria-label='Remove attribute status']").Count == 0
            && definition.Button("Save changes").HasAttribute("disabled")
        );
        Assert.DoesNotContain(
            "status",
            Assert
                .Single(await page.Database.TypesAsync())
                .Details.Attributes.Select(attribute => attribute.Name)
        );
    }

    [Fact]
    public async Task A_type_that_somebody_else_changed_is_not_overwritten()
    {
        await using var page = await ConsolePage.CreateAsync();
        await StoreAsync(page, 0);
        var (_, definition) = OpenDefinition(page);
        var type = Assert.Single(await page.Database.TypesAsync());
        await page
            .Database.Get<ChangeCustomObjectType>()
            .RunAsync(
                Some.OtherActor,
                type.Id,
                type.Details with
                {
                    Description = "Theirs",
                },
                type.Revision,
                CancellationToken.None
            );
        definition.Find("#field-description").Input("Mine");

        await definition.Button("Save changes").ClickAsync(new());

        definition.WaitForState(() =>
            definition.Markup.Contains("Somebody else changed", StringComparison.Ordinal)
        );
        await definition.Button("Load again").ClickAsync(new());
        definition.WaitForState(() =>
            definition.Find("#field-description").GetAttribute("value") == "Theirs"
        );
    }

    [Fact]
    public async Task A_definition_is_read_only_without_the_permission()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        await StoreAsync(page, 0);
        var (_, definition) = OpenDefinition(page);

        Assert.NotEmpty(definition.FindAll("fieldset[disabled]"));
        Assert.Contains("Can access developer hub", definition.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Save changes", definition.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_shows_typed_values_whom_it_refers_to_and_the_run_that_stored_it()
    {
        await using var page = await ConsolePage.CreateAsync();
        await StoreAsync(page, 1);
        var stored = page.Render<StoredObjectPage>(parameters =>
            parameters.Add(shown => shown.Key, "order").Add(shown => shown.ObjectId, 501)
        );

        var text = stored.WaitForElement("dl").TextContent;

        Assert.Contains("paid", text, StringComparison.Ordinal);
        Assert.Contains("2 Mar 2026", text, StringComparison.Ordinal);
        Assert.Contains("No value", text, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], stored.FindAll(".value-element").Select(tag => tag.TextContent));
        Assert.Contains(stored.FindAll("a"), link => link.GetAttribute("href") == "/people/201");
        Assert.Contains(
            stored.FindAll("a"),
            link =>
                link.GetAttribute("href")!
                    .EndsWith("/77/logs?execution=99", StringComparison.Ordinal)
        );
    }

    private static (
        IRenderedComponent<MudDialogProvider>,
        IRenderedComponent<CustomObjectPage>
    ) OpenDefinition(ConsolePage page)
    {
        page.Services.GetRequiredService<NavigationManager>()
            .NavigateTo("/settings/data/custom-objects/order?tab=definition");
        page.Render<MudPopoverProvider>();
        var dialogs = page.Render<MudDialogProvider>();
        var definition = page.Render<CustomObjectPage>(parameters =>
            parameters.Add(shown => shown.Key, "order")
        );
        definition.WaitForElement("#field-name");
        return (dialogs, definition);
    }

    private static async Task StoreAsync(ConsolePage page, int objects)
    {
        var typeId = await page.Database.CreateOrderAsync();
        if (objects == 0)
        {
            return;
        }

        await page.Database.AddAsync(Some.Person());
        await page.Database.AddAsync([
            .. Enumerable
                .Range(1, objects)
                .SelectMany(i =>
                    SomeOrders.Stored(
                        typeId,
                        500 + i,
                        $"o-{i}",
                        """{"status":"paid","placed_at":"2026-03-02","skus":["a","b"]}""",
                        personId: 201,
                        "customer"
                    )
                ),
        ]);
    }
}
