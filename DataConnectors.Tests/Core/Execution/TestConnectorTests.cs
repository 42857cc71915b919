using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Execution;

public sealed class TestConnectorTests
{
    [Fact]
    public async Task A_teammate_without_the_permission_cannot_test()
    {
        await using var harness = await ExecutorHarness.CreateAsync();

        var outcome = await RunAsync(harness, TestMode.RealCall, Some.ActorWithoutPermission);

        Assert.Equal(FaultKind.Forbidden, outcome.Failure!.Kind);
        Assert.Empty(harness.Api.Requests);
    }

    [Theory]
    [InlineData(TestMode.DryRun, 0)]
    [InlineData(TestMode.Example, 0)]
    [InlineData(TestMode.RealCall, 1)]
    public async Task Only_a_real_call_reaches_the_api_and_none_is_recorded(
        TestMode mode,
        int calls
    )
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"from":"api"}"""));

        var result = (await RunAsync(harness, mode, Some.Actor)).Value;

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal(calls, harness.Api.Requests.Count);
        Assert.Empty(harness.Seen.Results);
        var from = result.Shaped?.Root.GetProperty("from").GetString();
        Assert.Equal(
            mode switch
            {
                TestMode.DryRun => null,
                TestMode.Example => "example",
                _ => "api",
            },
            from
        );
    }

    [Fact]
    public async Task A_blank_value_counts_as_missing()
    {
        await using var harness = await ExecutorHarness.CreateAsync();

        var outcome = await RunAsync(harness, TestMode.DryRun, Some.Actor, orderId: " ");

        Assert.Equal(ErrorType.RequestValidation, outcome.Value.Failure!.Type);
    }

    private static Task<Outcome<ExecutionResult, Fault>> RunAsync(
        ExecutorHarness harness,
        TestMode mode,
        Actor actor,
        string orderId = "1042"
    ) =>
        harness
            .Database.Get<TestConnector>()
            .RunAsync(
                actor,
                new ConnectorTest(
                    7,
                    harness.Get() with
                    {
                        ExampleResponse = new ExampleResponse(200, null, """{"from":"example"}"""),
                    },
                    mode,
                    Person: null,
                    new Dictionary<string, string> { ["order_id"] = orderId }
                ),
                CancellationToken.None
            );
}
