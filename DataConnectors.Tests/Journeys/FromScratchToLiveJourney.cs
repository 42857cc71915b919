using DataConnectors.Tests.Support;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Journeys;

/// <summary>The whole way of the article: an empty machine, four tabs, preview, test, live, Messenger, log.</summary>
public sealed class FromScratchToLiveJourney(Chromium chromium)
{
    [Fact]
    public async Task An_admin_builds_a_connector_sees_it_answer_sets_it_live_and_finds_the_execution()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var page = console.Page;
        var builder = await console.CreateFromScratchAsync();
        var rowsBefore = StoredState.CountRows(console.Server.DatabasePath);

        // API: identity, input, endpoint, token.
        await builder.DescribeOrderStatusAsync(console.Server.StoreAddress);
        await builder.FillAsync("Internal description", "Reads the web shop's order API.");
        await builder.WaitUntilSavedAsync();

        // Test: a dry run shows the bytes and sends nothing; a real call answers; its answer becomes the example.
        await builder.TestAsync("Dry run", "DRY RUN");
        var bytes = page.GetByLabel("Request bytes");
        await Assertions.Expect(bytes).ToContainTextAsync("GET /orders/1042 HTTP/1.1");
        await Assertions.Expect(bytes).ToContainTextAsync("X-Api-Key: ****");
        await builder.TestAsync("Real call", "REAL CALL");
        await Assertions.Expect(page.GetByText("HTTP 200")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use as example response" })
            .ClickAsync();

        // Data: only three fields, one renamed.
        await builder.GoToTabAsync("Data");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Manually restrict access" })
            .CheckAsync();
        foreach (var field in new[] { "number", "status", "currency", "total" })
        {
            await page.GetByLabel($"Expose {field}", new() { Exact = true }).CheckAsync();
        }

        await page.GetByLabel("Rename status to").FillAsync("order_status");
        await page.GetByLabel("Rename status to").BlurAsync();
        await Assertions
            .Expect(page.GetByLabel("Answer after shaping"))
            .ToContainTextAsync("order_status");
        await Assertions
            .Expect(page.GetByLabel("Answer after shaping"))
            .Not.ToContainTextAsync("customer");

        // Fin and Security: as they are.
        await builder.GoToTabAsync("Fin");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Enabled (direct trigger)" }))
            .ToBeCheckedAsync();
        await builder.GoToTabAsync("Security");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Only for signed-in users" }))
            .Not.ToBeCheckedAsync();
        await builder.WaitUntilSavedAsync();

        // Preview: an answer from the example, nothing stored but the draft.
        await Assertions.Expect(builder.Preview.GetByText("EXAMPLE DATA").First).ToBeVisibleAsync();
        await builder.AskPreviewAsync("Where is my order 1042?", "shipped");
        Assert.Equal(
            With(rowsBefore, "Connectors", 1),
            StoredState.CountRows(console.Server.DatabasePath)
        );

        // Live, and asked in the Messenger as a real person would.
        await builder.SetLiveAsync();
        var connectorId = builder.ConnectorId;
        await page.GotoAsync(console.Server.Address + "/messenger");
        await page.GetByLabel("Message", new() { Exact = true })
            .FillAsync("Hi, where is my order 1042?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Log).First).ToContainTextAsync("shipped");

        // The execution is in the log, with request, answer and trace.
        await page.GotoAsync(
            $"{console.Server.Address}/settings/integrations/data-connectors/{connectorId}/logs"
        );
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Execution results" });
        await Assertions.Expect(table).ToContainTextAsync("Success");
        var database = console.Server.DatabasePath;
        Assert.Equal(
            "1",
            StoredState.Read(
                database,
                "SELECT COUNT(*) FROM Executions WHERE IsSuccess = 1 AND Source = 'fin'"
            )
        );
        Assert.Equal("2", StoredState.Read(database, "SELECT COUNT(*) FROM ConversationMessages"));
        var shaped = StoredState.Read(database, "SELECT ShapedResponseBody FROM Executions");
        Assert.Contains("order_status", shaped, StringComparison.Ordinal);
        Assert.DoesNotContain("customer", shaped, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "demo-store-key",
            await File.ReadAllTextAsync(database, System.Text.Encoding.Latin1),
            StringComparison.Ordinal
        );
        Assert.Empty(console.ScriptFaults);
    }

    private static SortedDictionary<string, long> With(
        SortedDictionary<string, long> counts,
        string table,
        long count
    ) => new(counts) { [table] = count };
}
