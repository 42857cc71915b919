using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Journeys;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DataConnectors.Tests.Web.Components.Connectors.Logs;

/// <summary>The logs page in a real browser, over rows that a recorder wrote into the server's database.</summary>
public sealed class ExecutionLogPageTests(Chromium chromium)
{
    private const long ConnectorId = 77;

    [Fact]
    public async Task A_row_opens_to_everything_stored_and_its_address_opens_it_again()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        await RecordAsync(console.Server, Finished.Execution(ConnectorId), Failure());
        var page = console.Page;
        await OpenAsync(console, "");

        var table = page.GetByRole(AriaRole.Table, new() { Name = "Execution results" });
        await Assertions.Expect(table.Locator("tbody tr")).ToHaveCountAsync(2);
        await table.GetByText("Error from the API").ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Note))
            .ToContainTextAsync("3rd_party_error");
        await table.GetByText("Success").ClickAsync();
        var detail = page.Locator(".log-detail");
        await Assertions
            .Expect(detail)
            .ToContainTextAsync("https://api.example.com/orders/1001", new() { Timeout = 10_000 });
        await Assertions
            .Expect(page.GetByLabel("Raw response", new() { Exact = true }))
            .ToContainTextAsync("grace@example.com");
        await Assertions
            .Expect(page.GetByLabel("What Fin could see", new() { Exact = true }))
            .ToContainTextAsync("shipped");
        await Assertions.Expect(detail).Not.ToContainTextAsync("typed-by-hand");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".log-detail")).ToContainTextAsync("order_id");
        Assert.Contains("execution=", page.Url, StringComparison.Ordinal);
        Assert.Empty(console.ScriptFaults);
    }

    [Fact]
    public async Task Filters_are_in_the_address_and_can_be_cleared()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        await RecordAsync(console.Server, Finished.Execution(ConnectorId), Failure());
        var page = console.Page;
        await OpenAsync(console, "?status=failed");
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Execution results" })
            .Locator("tbody tr");

        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await OpenAsync(console, "?status=failed&source=workflow");
        await page.GetByText("No result matches these filters").WaitForAsync();
        await page.Locator(".empty-state")
            .GetByRole(AriaRole.Button, new() { Name = "Clear filters" })
            .ClickAsync();

        await Assertions.Expect(rows).ToHaveCountAsync(2);
        Assert.DoesNotContain("?", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_results_are_loaded_on_request_and_a_linked_one_is_shown_above()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        var runs = Enumerable.Range(0, 70).Select(_ => Finished.Execution(ConnectorId)).ToArray();
        await RecordAsync(console.Server, runs);
        var page = console.Page;
        await OpenAsync(console, $"?execution={runs[0].Id}");
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Execution results" })
            .Locator("tbody tr");

        await page.GetByRole(AriaRole.Region, new() { Name = $"Execution {runs[0].Id}" })
            .WaitForAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Button, new() { Name = "Load more" }).ClickAsync();

        await Assertions.Expect(rows).ToHaveCountAsync(70);
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Load more" }))
            .ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_address_of_a_connector_leads_to_its_log_which_says_how_to_get_a_run()
    {
        await using var console = await JourneyConsole.StartAsync(chromium);
        await RecordAsync(console.Server);
        await console.Page.GotoAsync(
            $"{console.Server.Address}/settings/integrations/data-connectors/{ConnectorId}"
        );

        await console.Page.GetByText("No run yet").WaitForAsync();

        Assert.EndsWith($"/{ConnectorId}/logs", console.Page.Url, StringComparison.Ordinal);
    }

    private static ExecutionResult Failure() =>
        Finished.Failure(ErrorType.ThirdParty, connectorId: ConnectorId);

    private static Task<IResponse?> OpenAsync(JourneyConsole console, string query) =>
        console.Page.GotoAsync(
            $"{console.Server.Address}/settings/integrations/data-connectors/{ConnectorId}/logs{query}"
        );

    private static async Task RecordAsync(ConsoleProcess server, params ExecutionResult[] runs)
    {
        await using var provider = new ServiceCollection()
            .AddLogging()
            .AddKernel()
            .AddPersistence($"Data Source={server.DatabasePath};Pooling=False")
            .AddLogs(new ConfigurationBuilder().Build())
            .BuildServiceProvider();
        await using (
            var context = await provider
                .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
                .CreateDbContextAsync()
        )
        {
            context.Add(
                new Connector
                {
                    Id = ConnectorId,
                    Name = "Get order status",
                    DraftJson = ConnectorJson.Serialize(Some.Definition()),
                    DraftRevision = 1,
                }
            );
            await context.SaveChangesAsync();
        }

        var recorder = provider.GetRequiredService<ExecutionRecorder>();
        await recorder.StartAsync(CancellationToken.None);
        await Task.WhenAll(runs.Select(recorder.OnCompletedAsync)).WaitAsync(Finished.Patience);
        await recorder.StopAsync(CancellationToken.None);
    }
}
