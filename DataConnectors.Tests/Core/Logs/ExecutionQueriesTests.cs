using DataConnectors.Core.Execution;
using DataConnectors.Core.Logs;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Logs;

public sealed class ExecutionQueriesTests
{
    [Fact]
    public async Task Pages_follow_each_other_newest_first_without_gap_or_repetition()
    {
        await using var database = await Finished.DatabaseAsync();
        var runs = Enumerable.Range(0, 120).Select(_ => Finished.Execution()).ToArray();
        await database.RecordAsync([.. runs, Finished.Execution(connectorId: 2)]);
        var list = database.Get<ListExecutionResults>();
        var filter = new ExecutionResultFilter { ConnectorId = 1 };

        var seen = new List<long>();
        var sizes = new List<int>();
        string? cursor = null;
        do
        {
            var page = await list.RunAsync(filter, cursor, CancellationToken.None);
            seen.AddRange(page.Items.Select(row => row.Id));
            sizes.Add(page.Items.Count);
            cursor = page.NextCursor;
        } while (cursor is not null);

        Assert.Equal(runs.Select(run => run.Id).OrderDescending(), seen);
        Assert.Equal([50, 50, 20], sizes);
    }

    [Fact]
    public async Task A_cursor_that_no_page_gave_begins_at_the_first_page()
    {
        await using var database = await Finished.DatabaseAsync();
        await database.RecordAsync(Finished.Execution());

        var page = await database
            .Get<ListExecutionResults>()
            .RunAsync(
                new ExecutionResultFilter { ConnectorId = 1 },
                "'; DROP TABLE Executions",
                CancellationToken.None
            );

        Assert.Single(page.Items);
    }

    [Fact]
    public async Task Each_filter_keeps_what_it_names()
    {
        await using var database = await Finished.DatabaseAsync();
        var success = Finished.Execution(startedAt: Some.Instant);
        var refused = Finished.Failure(ErrorType.Connection, Some.Instant.AddHours(1));
        var error = Finished.Failure(ErrorType.ThirdParty, Some.Instant.AddHours(2));
        var api = Finished.Execution(
            startedAt: Some.Instant.AddHours(3),
            source: ExecutionSource.Answer
        );
        await database.RecordAsync(success, refused, error, api);
        var any = new ExecutionResultFilter { ConnectorId = 1 };

        await AssertAsync(any with { IsSuccess = true }, api, success);
        await AssertAsync(any with { IsSuccess = false }, error, refused);
        await AssertAsync(any with { ErrorType = "faraday_error" }, refused);
        await AssertAsync(any with { Source = "answer" }, api);
        await AssertAsync(any with { From = Some.Instant.AddHours(2) }, api, error);
        await AssertAsync(any with { To = Some.Instant.AddHours(2) }, refused, success);
        await AssertAsync(any with { Id = error.Id }, error);
        await AssertAsync(any with { Id = error.Id, IsSuccess = true });
        await AssertAsync(any with { ConnectorId = 2 });

        async Task AssertAsync(ExecutionResultFilter filter, params ExecutionResult[] expected)
        {
            var page = await database
                .Get<ListExecutionResults>()
                .RunAsync(filter, cursor: null, CancellationToken.None);
            Assert.Equal(expected.Select(run => run.Id), page.Items.Select(row => row.Id));

            // What is announced as new is exactly what the list would show.
            ExecutionResult[] all = [success, refused, error, api];
            Assert.Equal(expected.Length, all.Count(filter.Matches));
        }
    }

    [Fact]
    public async Task A_result_is_not_found_under_another_connector()
    {
        await using var database = await Finished.DatabaseAsync();
        var run = Finished.Execution(connectorId: 1);
        await database.RecordAsync(run);
        var get = database.Get<GetExecutionResult>();

        Assert.NotNull(await get.RunAsync(1, run.Id, CancellationToken.None));
        Assert.Null(await get.RunAsync(2, run.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Usage_counts_seven_days_of_the_connectors_asked_for()
    {
        var clock = new FakeTimeProvider(Some.Instant);
        await using var database = await Finished.DatabaseAsync(clock);
        await database.RecordAsync(
            Finished.Execution(connectorId: 1),
            Finished.Failure(connectorId: 1),
            Finished.Execution(connectorId: 1, startedAt: Some.Instant.AddDays(-8)),
            Finished.Execution(connectorId: 2, startedAt: Some.Instant.AddDays(-6)),
            Finished.Execution(connectorId: 3)
        );

        var usage = await database
            .Get<ConnectorUsage>()
            .RunAsync([1, 2, 9], CancellationToken.None);

        Assert.Equal([1L, 2L], usage.Keys.Order());
        Assert.Equal(new Usage(2, 1), usage[1]);
        Assert.Equal(0.5, usage[1].SuccessRate);
        Assert.Equal(new Usage(1, 1), usage[2]);
        Assert.Null(Usage.None.SuccessRate);
    }

    [Fact]
    public async Task Retention_deletes_what_is_older_and_only_that()
    {
        var clock = new FakeTimeProvider(Some.Instant);
        await using var database = await Finished.DatabaseAsync(clock);
        var kept = Finished.Execution(startedAt: Some.Instant.AddDays(-14).AddSeconds(1));
        await database.RecordAsync([
            kept,
            .. Enumerable
                .Range(0, 1_200)
                .Select(_ =>
                    Finished.Execution(startedAt: Some.Instant.AddDays(-14).AddSeconds(-1))
                ),
        ]);

        Assert.Equal(1_200, await database.Get<LogRetention>().PurgeAsync(CancellationToken.None));

        await using var context = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(kept.Id, (await context.Set<ExecutionRecord>().SingleAsync()).Id);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("365", true)]
    [InlineData("366", false)]
    [InlineData(null, true)]
    public void The_retention_must_be_between_a_day_and_a_year(string? days, bool isValid)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                days is null
                    ? []
                    : new Dictionary<string, string?> { ["Logs:RetentionDays"] = days }
            )
            .Build();
        using var provider = new ServiceCollection().AddLogs(configuration).BuildServiceProvider();

        var read = Record.Exception(() =>
            provider.GetRequiredService<IOptions<LogOptions>>().Value
        );

        Assert.Equal(isValid, read is null);
    }
}
