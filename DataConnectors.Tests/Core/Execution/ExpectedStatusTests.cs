using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Execution;

/// <summary>Statuses outside 2xx that a definition takes for an ordinary answer.</summary>
public sealed class ExpectedStatusTests
{
    [Fact]
    public async Task An_expected_status_completes_with_its_answer_and_another_does_not()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/404", LoopbackAnswer.Json("""{"error":"no such order"}""", 404));
        harness.Api.Answer("/410", LoopbackAnswer.Json("""{"error":"gone"}""", 410));

        var expected = await RunAsync(harness, "/404");
        var other = await RunAsync(harness, "/410");
        var unexpected = await harness.RunAsync(harness.Get("/404"));

        Assert.True(expected.IsSuccess, expected.Failure?.Message);
        Assert.Equal(404, expected.Response!.Status);
        Assert.Equal("no such order", expected.Shaped!.Root.GetProperty("error").GetString());
        Assert.Equal(ErrorType.ThirdParty, other.Failure!.Type);
        Assert.Contains(
            "\"Also treat as an answer\"",
            unexpected.Failure!.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", null, 0)]
    [InlineData("", "application/json", 0)]
    [InlineData("<html><body>Not Found</body></html>", "text/html", 1)]
    [InlineData("Not Found", "application/json", 1)]
    public async Task An_answer_without_data_counts_as_empty(
        string body,
        string? contentType,
        int findings
    )
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(
            "/404",
            LoopbackAnswer.Bytes(
                System.Text.Encoding.UTF8.GetBytes(body),
                404,
                contentType is null ? [] : [("Content-Type", contentType)]
            )
        );

        var result = await RunAsync(harness, "/404");

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal(JsonValueKind.Null, result.Shaped!.Root.ValueKind);
        Assert.Equal(
            Enumerable.Repeat(("expectedStatuses", ProblemSeverity.Warning), findings),
            result.Findings.Select(finding => (finding.Path, finding.Severity))
        );
    }

    [Fact]
    public async Task A_text_is_an_answer()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/404", LoopbackAnswer.Text("no such order", 404));

        var result = await RunAsync(harness, "/404");

        Assert.Equal("no such order", result.Shaped!.Root.GetString());
    }

    [Fact]
    public async Task The_chosen_fields_of_an_empty_answer_have_their_fallbacks()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/404", LoopbackAnswer.Bytes([], 404));

        var result = await harness.RunAsync(
            harness.Get("/404") with
            {
                ExpectedStatuses = [404],
                DataAccess = DataAccess.Restricted,
                ResponseFields = [Some.Field("status") with { Fallback = "unknown" }],
            }
        );

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.DoesNotContain(
            result.Findings,
            finding => finding.Severity == ProblemSeverity.Error
        );
    }

    [Fact]
    public async Task A_page_is_still_no_answer_under_a_2xx()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(
            "/404",
            LoopbackAnswer.Bytes("<html></html>"u8.ToArray(), 200, ("Content-Type", "text/html"))
        );

        var result = await RunAsync(harness, "/404");

        Assert.Equal(ErrorType.ResponseMapping, result.Failure!.Type);
    }

    [Fact]
    public async Task A_redirect_that_is_expected_is_not_followed()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/302", LoopbackAnswer.Json("{}", 302, ("Location", "/elsewhere")));

        var result = await harness.RunAsync(harness.Get("/302") with { ExpectedStatuses = [302] });

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Single(harness.Api.Requests);
    }

    private static Task<ExecutionResult> RunAsync(ExecutorHarness harness, string path) =>
        harness.RunAsync(harness.Get(path) with { ExpectedStatuses = [404] });
}
