using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Execution;

/// <summary>What a required input without a value does to a run.</summary>
public sealed class MissingInputTests
{
    [Fact]
    public async Task It_ends_the_run_before_anything_is_sent()
    {
        await using var harness = await ExecutorHarness.CreateAsync();

        var result = await harness.RunAsync(harness.Get("/orders?id={{order_id}}"));

        Assert.Equal(ErrorType.RequestValidation, result.Failure!.Type);
        Assert.Equal(RequestMethod.Get, result.Method);
        Assert.Empty(harness.Api.Requests);
    }

    [Fact]
    public async Task It_is_sent_empty_with_a_finding_where_the_definition_lets_it()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/orders", LoopbackAnswer.Json("{}"));

        var result = await harness.RunAsync(
            harness.Get("/orders?id={{order_id}}") with
            {
                ValidateMissingAttributes = false,
            }
        );

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal("/orders?id=", Assert.Single(harness.Api.Requests).Target);
        var finding = Assert.Single(result.Findings);
        Assert.Equal("dataInputs[0]", finding.Path);
        Assert.Equal(
            "order_id is required and had no value, so it was sent empty.",
            finding.Message
        );
    }

    [Fact]
    public async Task A_value_or_a_fallback_leaves_no_finding()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/orders", LoopbackAnswer.Json("{}"));

        var result = await harness.RunAsync(
            harness.Get("/orders?id={{order_id}}") with
            {
                ValidateMissingAttributes = false,
                DataInputs = [new DataInput { Name = "order_id", FallbackValue = "7" }],
            }
        );

        Assert.Equal("/orders?id=7", Assert.Single(harness.Api.Requests).Target);
        Assert.Empty(result.Findings);
    }
}
