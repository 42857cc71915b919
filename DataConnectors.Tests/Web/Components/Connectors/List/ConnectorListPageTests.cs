using Bunit;
using Bunit.TestDoubles;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Persistence;
using DataConnectors.Web.Components.Connectors.List;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace DataConnectors.Tests.Web.Components.Connectors.List;

public sealed class ConnectorListPageTests
{
    [Fact]
    public async Task Empty_list_offers_to_create_one_and_leads_to_the_builder()
    {
        await using var page = await ConsolePage.CreateAsync();
        var list = page.Render<ConnectorListPage>();
        list.WaitForState(() =>
            list.Markup.Contains("No data connectors yet", StringComparison.Ordinal)
        );

        await list.Button("Create from scratch").ClickAsync(new());

        var made = Assert.Single(
            await page.Database.Get<ConnectorQueries>().ListAsync(null, CancellationToken.None)
        );
        Assert.EndsWith(
            $"/settings/integrations/data-connectors/{made.Id}/edit?tab=api",
            page.Services.GetRequiredService<NavigationManager>().Uri
        );
    }

    [Fact]
    public async Task Rows_stand_in_a_table_named_Data_connectors_with_a_link_to_the_builder()
    {
        await using var page = await ConsolePage.CreateAsync();
        var id = await page.AddConnectorAsync("Get order");
        var list = page.Render<ConnectorListPage>();

        var table = list.WaitForElement("table[aria-label='Data connectors']");

        Assert.Equal(
            $"/settings/integrations/data-connectors/{id}/edit?tab=api",
            table.QuerySelector("a.row-link")!.GetAttribute("href")
        );
        Assert.Contains("api.example.com", table.TextContent);
        Assert.Contains("Draft", table.TextContent);
        Assert.Contains("Mira", table.TextContent);
    }

    [Fact]
    public async Task The_list_says_how_many_conversations_a_connector_resolved()
    {
        await using var page = await ConsolePage.CreateAsync();
        var used = await page.AddConnectorAsync("Get order");
        await page.AddConnectorAsync("Get invoice");
        for (var number = 1; number <= 3; number++)
        {
            await page.Database.AddAsync(
                new Conversation
                {
                    Id = number,
                    PersonId = 201,
                    Resolution = number == 1 ? Resolution.Confirmed : Resolution.None,
                    ResolvedAt = number == 1 ? DateTimeOffset.UtcNow : null,
                    StartedAt = DateTimeOffset.UtcNow,
                    UpdatedAt = DateTimeOffset.UtcNow,
                },
                new ConversationAction
                {
                    Id = number,
                    ConversationId = number,
                    ConnectorId = used,
                    IsUsedInReply = true,
                    CreatedAt = DateTimeOffset.UtcNow,
                }
            );
        }

        var list = page.Render<ConnectorListPage>();
        list.WaitForElement("table[aria-label='Data connectors']");

        Assert.Equal(
            ["1 of 3 · 33 %", "–"],
            list.FindAll("td[data-label='Resolution']")
                .Select(cell => cell.TextContent)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Search_in_the_address_filters_and_says_when_nothing_matches()
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.AddConnectorAsync("Get order");
        var navigation = page.Services.GetRequiredService<BunitNavigationManager>();
        navigation.NavigateTo("/settings/integrations/data-connectors?q=zebra");
        var list = page.Render<ConnectorListPage>();
        list.WaitForState(() =>
            list.Markup.Contains("No data connector is named like", StringComparison.Ordinal)
        );

        await list.Button("Clear search").ClickAsync(new());

        list.WaitForElement("table[aria-label='Data connectors']");
        Assert.DoesNotContain("q=", navigation.Uri);
    }

    [Fact]
    public async Task Teammate_without_the_permission_sees_rows_and_why_nothing_can_be_changed()
    {
        await using var page = await ConsolePage.CreateAsync(canChange: false);
        await page.AddConnectorAsync("Get order");
        var list = page.Render<ConnectorListPage>();

        list.WaitForElement("table[aria-label='Data connectors']");

        Assert.Contains("Can access developer hub", list.Markup);
        Assert.Empty(list.Buttons("New"));
    }

    [Fact]
    public async Task Unreadable_list_is_an_error_with_a_way_to_try_again()
    {
        await using var page = await ConsolePage.CreateAsync();
        await page.AddConnectorAsync("Get order");
        var contexts = new Failing(page.Database.Contexts) { IsBroken = true };
        page.Services.AddSingleton(new ConnectorQueries(contexts));
        var list = page.Render<ConnectorListPage>();
        list.WaitForState(() =>
            list.Markup.Contains("could not be loaded", StringComparison.Ordinal)
        );

        contexts.IsBroken = false;
        await list.Button("Try again").ClickAsync(new());

        list.WaitForElement("table[aria-label='Data connectors']");
    }

    [Theory]
    [InlineData(ConnectorState.Draft, false)]
    [InlineData(ConnectorState.Live, true)]
    public async Task Delete_is_for_drafts_only_and_says_why(ConnectorState state, bool isDisabled)
    {
        await using var page = await ConsolePage.CreateAsync();
        var popovers = page.Render<MudPopoverProvider>();
        var menu = page.Render<ConnectorRowMenu>(parameters =>
            parameters
                .Add(row => row.CanChange, true)
                .Add(
                    row => row.Connector,
                    new ConnectorSummary(
                        1,
                        "Get order",
                        "",
                        state,
                        RequestMethod.Get,
                        "",
                        true,
                        false,
                        1,
                        false,
                        "Mira",
                        DateTimeOffset.UnixEpoch
                    )
                )
        );

        await menu.Find("button[aria-label='Actions for Get order']").ClickAsync(new());
        var delete = popovers
            .WaitForElements(".mud-menu-item")
            .Single(item => item.TextContent.Contains("Delete", StringComparison.Ordinal));

        Assert.Equal(isDisabled, delete.ClassList.Contains("mud-disabled"));
        Assert.Equal(
            isDisabled,
            delete.TextContent.Contains("Set it to draft first", StringComparison.Ordinal)
        );
    }

    private sealed class Failing(IDbContextFactory<DataConnectorsDbContext> contexts)
        : IDbContextFactory<DataConnectorsDbContext>
    {
        public bool IsBroken { get; set; }

        public DataConnectorsDbContext CreateDbContext() =>
            IsBroken
                ? throw new InvalidOperationException("The disk is away.")
                : contexts.CreateDbContext();
    }
}
