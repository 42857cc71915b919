using DataConnectors.Core.Execution;
using DataConnectors.Core.Logs;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Logs;

public sealed class ExecutionFeedTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);
    private readonly List<int> told = [];

    [Fact]
    public void New_results_are_told_together_at_most_once_per_interval()
    {
        var feed = new ExecutionFeed(clock);
        using var subscription = feed.Subscribe(Everything, told.Add);

        feed.Announce([Finished.Execution()]);
        feed.Announce([Finished.Execution(), Finished.Failure()]);
        Assert.Empty(told);
        clock.Advance(ExecutionFeed.Interval);
        Assert.Equal([3], told);

        clock.Advance(ExecutionFeed.Interval);
        feed.Announce([Finished.Execution()]);
        clock.Advance(ExecutionFeed.Interval);
        Assert.Equal([3, 1], told);
    }

    [Fact]
    public void Only_results_that_match_the_filter_are_told()
    {
        var feed = new ExecutionFeed(clock);
        using var subscription = feed.Subscribe(Everything with { IsSuccess = false }, told.Add);

        feed.Announce([
            Finished.Execution(),
            Finished.Failure(ErrorType.Connection),
            Finished.Failure(connectorId: 2),
        ]);
        clock.Advance(ExecutionFeed.Interval);

        Assert.Equal([1], told);
    }

    [Fact]
    public void After_disposal_nothing_is_told_not_even_what_was_waiting()
    {
        var feed = new ExecutionFeed(clock);
        var subscription = feed.Subscribe(Everything, told.Add);
        feed.Announce([Finished.Execution()]);

        subscription.Dispose();
        feed.Announce([Finished.Execution()]);
        clock.Advance(ExecutionFeed.Interval);

        Assert.Empty(told);
    }

    private static ExecutionResultFilter Everything { get; } = new() { ConnectorId = 1 };
}
