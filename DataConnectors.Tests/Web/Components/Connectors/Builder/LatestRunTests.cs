using DataConnectors.Web.Components.Connectors.Builder;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Web.Components.Connectors.Builder;

public sealed class LatestRunTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly Dictionary<string, TaskCompletionSource<string>> runs = [];
    private readonly List<string?> settled = [];
    private readonly List<string> cancelled = [];
    private readonly LatestRun<string, string> latest;

    public LatestRunTests() =>
        latest = new(
            (request, stop) =>
            {
                stop.Register(() => cancelled.Add(request));
                return (runs[request] = new()).Task;
            },
            settled.Add,
            clock
        );

    public void Dispose() => latest.Dispose();

    [Fact]
    public void The_first_runs_at_once_and_a_later_one_after_a_pause()
    {
        latest.Request("a");
        runs["a"].SetResult("A");
        Assert.Equal(["A"], settled);

        latest.Request("b");
        Assert.DoesNotContain("b", runs.Keys);
        clock.Advance(LatestRun<string, string>.QuietTime);

        Assert.Contains("b", runs.Keys);
        Assert.True(latest.IsRunning);
    }

    [Fact]
    public void A_newer_request_cancels_the_one_before_and_only_it_settles()
    {
        latest.Request("a");
        latest.Request("b");
        Assert.Equal(["a"], cancelled);
        clock.Advance(LatestRun<string, string>.QuietTime);

        runs["b"].SetResult("B");
        runs["a"].SetResult("A");

        Assert.Equal(["B"], settled);
        Assert.False(latest.IsRunning);
    }

    [Fact]
    public void Requests_within_a_pause_cost_one_run()
    {
        latest.Request("a");
        runs["a"].SetResult("A");
        latest.Request("ab");
        latest.Request("abc");
        clock.Advance(LatestRun<string, string>.QuietTime);

        Assert.Equal(["a", "abc"], runs.Keys.Order());
    }

    [Fact]
    public void The_same_request_is_not_run_again()
    {
        latest.Request("a");
        runs["a"].SetResult("A");
        latest.Request("a");
        clock.Advance(LatestRun<string, string>.QuietTime);

        Assert.Equal(["A"], settled);
        Assert.False(latest.IsRunning);
    }

    [Fact]
    public void What_nobody_expected_settles_without_a_result()
    {
        latest.Request("a");
        runs["a"].SetException(new InvalidOperationException());

        Assert.Equal([null], settled);
    }

    [Fact]
    public void Nothing_settles_once_it_is_disposed()
    {
        latest.Request("a");
        latest.Dispose();
        runs["a"].SetResult("A");

        Assert.Empty(settled);
    }
}
