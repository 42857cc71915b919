using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>What goes wrong is said in place, with what to do.</summary>
public sealed class FaultsJourney(Chromium chromium)
{
    [Fact]
    public async Task An_unknown_placeholder_is_an_error_in_place_and_keeps_the_connector_from_going_live()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var page = console.Page;
        var builder = await console.CreateFromScratchAsync();
        await builder.FillAsync("Name", "Get order");
        await builder.AddInputAsync("order_id", "The order's number", "1042");
        await builder.FillAsync("URL", console.Server.StoreAddress + "/orders/{{ordr_id}}");

        await Assertions.Expect(page.Locator(".chip-fault").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("{{order_id}}").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Set live" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        if (await dialog.IsVisibleAsync())
        {
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Set live" }).ClickAsync();
        }

        await Assertions.Expect(page.GetByText("Draft", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(
            "0",
            StoredState.Read(console.Server.DatabasePath, "SELECT COUNT(*) FROM ConnectorVersions")
        );
    }

    [Fact]
    public async Task Two_inputs_of_one_name_are_an_error_that_can_be_mended()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await console.CreateFromScratchAsync();
        await builder.AddInputAsync("order_id", "The order's number", "1042");
        await console
            .Page.GetByRole(AriaRole.Button, new() { Name = "Data input", Exact = true })
            .ClickAsync();
        var second = builder.Field("Data input name").Nth(1);

        await second.FillAsync("order_id");
        await Assertions
            .Expect(console.Page.GetByText("Another data input is named").First)
            .ToBeVisibleAsync();

        await second.FillAsync("order_sku");
        await Assertions
            .Expect(console.Page.GetByText("Another data input is named"))
            .ToHaveCountAsync(0);
        await builder.WaitUntilSavedAsync();
        Assert.Contains(
            "order_sku",
            StoredState.Read(console.Server.DatabasePath, "SELECT DraftJson FROM Connectors"),
            StringComparison.Ordinal
        );
        Assert.Empty(console.ScriptFaults);
    }

    [Theory]
    [InlineData("/faults/status/500", "1", "3rd_party_error", "500 Internal Server Error")]
    [InlineData("/faults/slow?seconds=20", "1", "faraday_error", "did not answer within 1 s")]
    [InlineData("/faults/reset", "5", "faraday_error", "connection")]
    [InlineData("/faults/garbage", "5", "response_mapping_error", "line")]
    public async Task A_fault_of_the_api_is_named_with_what_to_do(
        string path,
        string timeout,
        string errorType,
        string message
    )
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var builder = await console.CreateFromScratchAsync();
        await builder.FillAsync("Name", "Get something");
        await builder.FillAsync("URL", console.Server.StoreAddress + path);
        await builder.FillAsync("Timeout in seconds", timeout);
        await builder.WaitUntilSavedAsync();

        await builder.TestAsync("Real call", "REAL CALL");

        var result = console.Page.Locator(".test-result");
        await Assertions.Expect(result).ToContainTextAsync(errorType);
        await Assertions.Expect(result).ToContainTextAsync(message);
        Assert.Equal(
            "0",
            StoredState.Read(console.Server.DatabasePath, "SELECT COUNT(*) FROM Executions")
        );
    }
}
