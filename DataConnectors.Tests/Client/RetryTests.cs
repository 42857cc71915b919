using System.Net;
using DataConnectors.Client;
using DataConnectors.Client.Models;
using DataConnectors.Tests.Support;
using Refit;

namespace DataConnectors.Tests.Client;

public sealed class RetryTests
{
    private const string Path = "/data_connectors/7";

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_refusal_for_a_while_is_tried_again_when_the_server_says(int status)
    {
        await using var api = LoopbackApi.Start();
        api.AnswerInTurn(
            Path,
            Scripts.Refusal(status, headers: ("Retry-After", "7")),
            LoopbackAnswer.Json(Scripts.Connector)
        );
        var clock = new EagerClock();
        using var client = ClientOf.Api(api, clock);

        var connector = await client.Connectors.GetAsync("7");

        Assert.Equal("Get order status", connector.Name);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        await using var api = LoopbackApi.Start();
        var clock = new EagerClock();
        api.AnswerInTurn(
            Path,
            Scripts.Refusal(503, headers: ("Retry-After", $"{clock.GetUtcNow().AddSeconds(20):R}")),
            LoopbackAnswer.Json(Scripts.Connector)
        );
        using var client = ClientOf.Api(api, clock);

        await client.Connectors.GetAsync("7");

        Assert.Equal(TimeSpan.FromSeconds(20), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task Without_Retry_After_too_many_requests_wait_for_the_end_of_the_window()
    {
        await using var api = LoopbackApi.Start();
        var clock = new EagerClock();
        var reset = clock.GetUtcNow().AddSeconds(9).ToUnixTimeSeconds();
        api.AnswerInTurn(
            Path,
            Scripts.Refusal(429, headers: ("X-RateLimit-Reset", $"{reset}")),
            LoopbackAnswer.Json(Scripts.Connector)
        );
        using var client = ClientOf.Api(api, clock);

        await client.Connectors.GetAsync("7");

        Assert.Equal(TimeSpan.FromSeconds(9), Assert.Single(clock.Waits));
    }

    [Fact]
    public async Task It_gives_up_after_the_last_retry()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(Path, Scripts.Refusal(429));
        using var client = ClientOf.Api(api, configure: options => options.MaxRetries = 2);

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Connectors.GetAsync("7")
        );

        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.StatusCode);
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_left_to_the_program()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(Path, Scripts.Refusal(503, headers: ("Retry-After", "3600")));
        var clock = new EagerClock();
        using var client = ClientOf.Api(api, clock);

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Connectors.GetAsync("7")
        );

        Assert.Equal(TimeSpan.FromHours(1), refusal.RetryAfter);
        Assert.Single(api.Requests);
        Assert.Empty(clock.Waits);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(422)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task What_will_not_change_or_may_have_been_done_is_not_sent_again(int status)
    {
        await using var api = LoopbackApi.Start();
        api.Answer("/data_connectors/7/execution_results", Scripts.Refusal(status));
        using var client = ClientOf.Api(api);

        await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.ExecutionResults.RunAsync("7", new RunRequest())
        );

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_run_whose_connection_broke_is_sent_again_under_the_same_key_and_with_the_same_body()
    {
        await using var api = LoopbackApi.Start();
        api.AnswerInTurn(
            "/data_connectors/7/execution_results",
            LoopbackAnswer.Reset(),
            Scripts.Refusal(503),
            LoopbackAnswer.Json("""{"id":"99","success":true}""", 201)
        );
        using var client = ClientOf.Api(api);

        var result = await client.ExecutionResults.RunAsync(
            "7",
            RunRequest.With(new { order_id = "1042" })
        );

        Assert.Equal("99", result.Id);
        Assert.Equal(3, api.Requests.Count);
        var key = Assert.Single(
            api.Requests.Select(request => request.Header("Idempotency-Key")).Distinct()
        );
        Assert.Equal(32, key!.Length);
        Assert.All(
            api.Requests,
            request => Assert.Equal("""{"inputs":{"order_id":"1042"}}""", request.BodyText)
        );
    }

    [Fact]
    public async Task Every_run_has_a_key_of_its_own_unless_the_program_names_one()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(
            "/data_connectors/7/execution_results",
            LoopbackAnswer.Json("""{"id":"99"}""", 201)
        );
        using var client = ClientOf.Api(api);

        await client.ExecutionResults.RunAsync("7", new RunRequest());
        await client.ExecutionResults.RunAsync("7", new RunRequest());
        await client.ExecutionResults.RunAsync("7", new RunRequest(), idempotencyKey: "order-1042");

        var keys = api.Requests.Select(request => request.Header("Idempotency-Key")).ToList();
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal("order-1042", keys[2]);
    }

    [Fact]
    public async Task A_read_whose_connection_broke_is_sent_again()
    {
        await using var api = LoopbackApi.Start();
        api.AnswerInTurn(
            Path,
            LoopbackAnswer.Reset(),
            LoopbackAnswer.ClosedEarly([], promised: 10),
            LoopbackAnswer.Json(Scripts.Connector)
        );
        using var client = ClientOf.Api(api);

        Assert.Equal("7", (await client.Connectors.GetAsync("7")).Id);
    }

    [Fact]
    public async Task A_change_whose_connection_broke_is_not_sent_again()
    {
        await using var api = LoopbackApi.Start();
        api.AnswerInTurn(Path, LoopbackAnswer.Reset(), LoopbackAnswer.Json(Scripts.Connector));
        using var client = ClientOf.Api(api);

        await Assert.ThrowsAsync<ApiRequestException>(() =>
            client.Connectors.UpdateAsync("7", new() { Name = "New" })
        );

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up_and_made_again()
    {
        await using var api = LoopbackApi.Start();
        api.AnswerInTurn(
            Path,
            LoopbackAnswer.Json(Scripts.Connector).After(TimeSpan.FromMinutes(1)),
            LoopbackAnswer.Json(Scripts.Connector)
        );
        using var client = ClientOf.Api(
            api,
            configure: options =>
            {
                options.TimeProvider = TimeProvider.System;
                options.AttemptTimeout = TimeSpan.FromMilliseconds(200);
                options.RetryDelay = TimeSpan.Zero;
            }
        );

        Assert.Equal("7", (await client.Connectors.GetAsync("7")).Id);
        Assert.Equal(2, api.Requests.Count);
    }
}
