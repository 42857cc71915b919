using System.Net;
using DataConnectors.Core.Execution;
using DataConnectors.Tests.Core.Logs;

namespace DataConnectors.Tests.Web.PublicApi;

/// <summary>The health of a connector, over a socket.</summary>
public sealed class HealthTests(RunningConnectors host) : IClassFixture<RunningConnectors>
{
    [Fact]
    public async Task Health_is_computed_from_what_was_recorded()
    {
        var connector = await host.DraftAsync(host.Order());
        var start = DateTimeOffset.FromUnixTimeSeconds(
            DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeSeconds()
        );
        await host.RecordAsync([
            .. Enumerable
                .Range(1, 100)
                .Select(n =>
                    Finished.Execution(connector, start.AddMinutes(1)) with
                    {
                        HttpDuration = TimeSpan.FromMilliseconds(n),
                    }
                ),
            Finished.Failure(ErrorType.ThirdParty, start.AddMinutes(31), connector) with
            {
                HttpDuration = TimeSpan.FromSeconds(2),
            },
            Finished.Failure(ErrorType.RequestValidation, start.AddMinutes(32), connector) with
            {
                HttpDuration = null,
                Response = null,
            },
            Finished.Execution(connector, start.AddMinutes(-1)),
            Finished.Execution(connector, start.AddMinutes(90)),
            Finished.Execution(startedAt: start.AddMinutes(1)),
        ]);

        var answer = await host.GetAsync(
            $"{Path(connector)}?start_ts={start.ToUnixTimeSeconds()}&end_ts={start.AddMinutes(90).ToUnixTimeSeconds()}&bucket_size_minutes=30"
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var bytes = Finished.OrderJson.Length;
        Assert.Equal(
            $$$"""{"executions":102,"successes":100,"failures":2,"success_rate":0.9804,"latency_ms":{"p50":51,"p95":96,"p99":100},"payload_bytes":{"p50":{{{bytes}}},"p95":{{{bytes}}},"p99":{{{bytes}}}}}""",
            answer.Json.GetProperty("summary").GetRawText()
        );
        Assert.Equal(
            """[{"http_status":200,"count":101},{"http_status":null,"count":1}]""",
            answer.Json.GetProperty("status_breakdown").GetRawText()
        );
        Assert.Equal(
            """[{"error_type":"3rd_party_error","count":1},{"error_type":"request_validation_error","count":1}]""",
            answer.Json.GetProperty("failure_breakdown").GetRawText()
        );
        Assert.Equal(
            [
                (start.ToUnixTimeSeconds(), 100, 0),
                (start.AddMinutes(30).ToUnixTimeSeconds(), 2, 2),
                (start.AddMinutes(60).ToUnixTimeSeconds(), 0, 0),
            ],
            answer
                .Json.GetProperty("time_series")
                .EnumerateArray()
                .Select(bucket =>
                    (
                        bucket.GetProperty("start_ts").GetInt64(),
                        bucket.GetProperty("executions").GetInt32(),
                        bucket.GetProperty("failures").GetInt32()
                    )
                )
        );
    }

    [Fact]
    public async Task Seven_days_are_meant_and_a_connector_that_did_not_run_has_no_rate()
    {
        var connector = await host.DraftAsync(host.Order());

        var answer = await host.GetAsync(Path(connector));

        var json = answer.Json;
        Assert.Equal("data_connector.health", json.GetProperty("type").GetString());
        Assert.Equal(
            TimeSpan.FromDays(7).TotalSeconds,
            json.GetProperty("end_ts").GetInt64() - json.GetProperty("start_ts").GetInt64()
        );
        Assert.Equal(60, json.GetProperty("bucket_size_minutes").GetInt32());
        Assert.Equal(168, json.GetProperty("time_series").GetArrayLength());
        Assert.Equal(
            """{"executions":0,"successes":0,"failures":0,"success_rate":null,"latency_ms":null,"payload_bytes":null}""",
            json.GetProperty("summary").GetRawText()
        );
    }

    [Theory]
    [InlineData("start_ts=abc", "start_ts must be a Unix timestamp (integer)", null)]
    [InlineData("bucket_size_minutes=-1", "bucket_size_minutes must be a positive integer", null)]
    [InlineData(
        "bucket_size_minutes=0",
        "A bucket must be at least one minute long.",
        "bucket_size_minutes"
    )]
    [InlineData(
        "bucket_size_minutes=5",
        "A bucket must be at least 34 minutes long for this time range: there are at most 300.",
        "bucket_size_minutes"
    )]
    [InlineData(
        "start_ts=1000000000&end_ts=1002000000",
        "The time range must not be longer than 14 days.",
        "start_ts"
    )]
    [InlineData(
        "start_ts=1000000000&end_ts=1000000000",
        "The time range must begin before it ends.",
        "start_ts"
    )]
    public async Task A_range_that_is_none_is_refused(string query, string message, string? field)
    {
        var connector = await host.DraftAsync(host.Order());

        (await host.GetAsync($"{Path(connector)}?{query}")).AssertError(
            HttpStatusCode.BadRequest,
            "parameter_invalid",
            message,
            field
        );
    }

    [Fact]
    public async Task The_health_of_no_connector_is_not_found() =>
        (await host.GetAsync(Path(7))).AssertError(
            HttpStatusCode.NotFound,
            "data_connector_not_found",
            "Data connector not found"
        );

    private static string Path(long connector) => $"/data_connectors/{connector}/health";
}
