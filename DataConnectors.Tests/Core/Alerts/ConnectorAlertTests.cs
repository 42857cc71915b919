using DataConnectors.Core.Alerts;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Events;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Core.Webhooks;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataConnectors.Tests.Core.Alerts;

public sealed class ConnectorAlertTests
{
    [Fact]
    public async Task The_fifth_failure_in_a_row_raises_one_alert_and_the_next_success_ends_it()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        var connector = await database.CreateConnectorAsync(Some.Definition());

        await RecordAsync(database, Failures(connector, 4));
        Assert.Empty(await AlertsAsync(database));
        await RecordAsync(database, Failures(connector, 3));
        var raised = Assert.Single(await AlertsAsync(database));
        await RecordAsync(database, Finished.Execution(connector), Finished.Execution(connector));

        var alerts = await AlertsAsync(database);
        Assert.Equal(
            $$"""{"type":"data_connector.alert","data_connector_id":"{{connector}}","data_connector_name":"Get order status","kind":"failing","error_type":"third_party_error","count":5,"since":"2026-03-02T09:30:00Z"}""",
            raised.ItemJson
        );
        Assert.Equal(2, alerts.Count);
        Assert.Equal("recovered", Some.Json(alerts[1].ItemJson).GetProperty("kind").GetString());
        Assert.Equal(7, Some.Json(alerts[1].ItemJson).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Four_failures_and_a_success_raise_nothing_and_connectors_do_not_mix()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        var first = await database.CreateConnectorAsync(Some.Definition("First"));
        var second = await database.CreateConnectorAsync(Some.Definition("Second"));

        await RecordAsync(database, [.. Failures(first, 4), .. Failures(second, 4)]);
        await RecordAsync(database, Finished.Execution(first));
        await RecordAsync(database, Failures(first, 4));

        Assert.Empty(await AlertsAsync(database));
        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [4, 4],
            await context.Set<ConnectorAlert>().Select(alert => alert.FailuresInARow).ToListAsync()
        );
    }

    [Fact]
    public async Task A_restart_neither_repeats_nor_loses_an_alert()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        var connector = await database.CreateConnectorAsync(Some.Definition());

        // Every recording starts the recorder anew: nothing is left in memory.
        foreach (var failure in Failures(connector, 8))
        {
            await RecordAsync(database, failure);
        }

        Assert.Single(await AlertsAsync(database));
    }

    [Fact]
    public async Task A_deleted_connector_takes_its_alert_with_it_and_raises_none()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync();
        var database = workspace.Database;
        var connector = await database.CreateConnectorAsync(Some.Definition());
        await RecordAsync(database, Failures(connector, 2));
        await database
            .Get<DeleteConnector>()
            .RunAsync(Some.Actor, connector, CancellationToken.None);

        await RecordAsync(database, Failures(connector, 2));

        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(0, await context.Set<ConnectorAlert>().CountAsync());
    }

    /// <summary>In one transaction, by a writer that knows nothing of those before it.</summary>
    private static Task RecordAsync(TestDatabase database, params ExecutionResult[] runs)
    {
        using var writer = new ExecutionWriter(
            database.Contexts,
            stores: [],
            database.Get<IEventInterest>(),
            database.Get<EventSignal>(),
            database.Get<AlertWriter>(),
            database.Get<IdGenerator>(),
            NullLogger<ExecutionWriter>.Instance
        );
        writer.Commit([.. runs.Select(run => new PendingExecution(run))]);
        return Task.CompletedTask;
    }

    private static ExecutionResult[] Failures(long connector, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Finished.Failure(connectorId: connector))];

    private static async Task<IReadOnlyList<OutboxEvent>> AlertsAsync(TestDatabase database)
    {
        await using var context = await database.Contexts.CreateDbContextAsync();
        return await context
            .Set<OutboxEvent>()
            .Where(happened => happened.Topic == EventTopics.ConnectorAlert)
            .OrderBy(happened => happened.Id)
            .ToListAsync();
    }
}
