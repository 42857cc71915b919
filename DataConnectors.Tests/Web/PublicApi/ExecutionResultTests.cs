using System.Globalization;
using System.Net;
using System.Text.Json;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Execution;
using DataConnectors.Tests.Core.Logs;

namespace DataConnectors.Tests.Web.PublicApi;

/// <summary>The two reads of the contract, over a socket.</summary>
public sealed class ExecutionResultTests(RunningConnectors host) : IClassFixture<RunningConnectors>
{
    private static readonly string[] Members =
    [
        "type",
        "id",
        "data_connector_id",
        "success",
        "http_status",
        "http_method",
        "error_type",
        "error_message",
        "execution_time_ms",
        "source_type",
        "source_id",
        "conversation_id",
        "created_at",
        "request_url",
    ];

    private static readonly string[] Bodies =
    [
        "request_body",
        "response_body",
        "raw_response_body",
    ];

    [Fact]
    public async Task A_list_has_the_contracts_shape_and_no_bodies()
    {
        var connector = await host.DraftAsync(host.Order());
        var run = Run(connector, TimeSpan.FromMinutes(2));
        await host.RecordAsync(run);

        var answer = await host.GetAsync(Path(connector));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("list", answer.Json.GetProperty("type").GetString());
        Assert.Equal(
            """{"type":"pages","per_page":10,"next":null}""",
            answer.Json.GetProperty("pages").GetRawText()
        );
        var row = Assert.Single(answer.Rows);
        Assert.Equal(Members.Order(), row.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(
            (
                "data_connector.execution",
                $"{run.Id}",
                $"{connector}",
                true,
                200,
                "post",
                12,
                "fin",
                "301",
                run.StartedAt.UtcDateTime.ToString(
                    "yyyy-MM-ddTHH:mm:ssZ",
                    CultureInfo.InvariantCulture
                ),
                "https://api.example.com/orders/1001"
            ),
            (
                row.GetProperty("type").GetString(),
                row.GetProperty("id").GetString(),
                row.GetProperty("data_connector_id").GetString(),
                row.GetProperty("success").GetBoolean(),
                row.GetProperty("http_status").GetInt32(),
                row.GetProperty("http_method").GetString(),
                row.GetProperty("execution_time_ms").GetInt32(),
                row.GetProperty("source_type").GetString(),
                row.GetProperty("conversation_id").GetString(),
                row.GetProperty("created_at").GetString(),
                row.GetProperty("request_url").GetString()
            )
        );
        Assert.Equal(JsonValueKind.Null, row.GetProperty("error_type").ValueKind);
    }

    [Fact]
    public async Task Bodies_come_where_they_are_asked_for_and_always_with_one()
    {
        var connector = await host.DraftAsync(host.Order());
        var run = Run(connector, TimeSpan.FromMinutes(1));
        await host.RecordAsync(run);

        var list = await host.GetAsync(Path(connector) + "?include_bodies=true");
        var one = await host.GetAsync($"{Path(connector)}/{run.Id}");

        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.Equal(
            Members.Concat(Bodies).Order(),
            one.Json.EnumerateObject().Select(member => member.Name).Order()
        );
        Assert.Equal(
            ("""{"note":"ring twice"}""", Finished.OrderJson),
            (
                one.Json.GetProperty("request_body").GetString(),
                one.Json.GetProperty("raw_response_body").GetString()
            )
        );
        Assert.Contains(
            "\"state\":\"shipped\"",
            one.Json.GetProperty("response_body").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(one.Json.GetRawText(), Assert.Single(list.Rows).GetRawText());
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first_until_the_last()
    {
        var connector = await host.DraftAsync(host.Order());
        var runs = Enumerable.Range(0, 5).Select(_ => Run(connector, TimeSpan.FromMinutes(1)));
        ExecutionResult[] recorded = [.. runs];
        await host.RecordAsync(recorded);

        var seen = new List<string>();
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await host.GetAsync(
                $"{Path(connector)}?per_page=2"
                    + (cursor is null ? "" : $"&starting_after={Uri.EscapeDataString(cursor)}")
            );
            Assert.Equal(2, page.Json.GetProperty("pages").GetProperty("per_page").GetInt32());
            seen.AddRange(page.RowIds);
            cursor = page.Next;
            pages++;
        } while (cursor is not null);

        Assert.Equal(recorded.Select(run => $"{run.Id}").OrderDescending(), seen);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task The_last_hour_is_meant_unless_a_range_is_given()
    {
        var connector = await host.DraftAsync(host.Order());
        var oldest = Run(connector, TimeSpan.FromDays(3));
        var older = Run(connector, TimeSpan.FromMinutes(61));
        var now = Run(connector, TimeSpan.Zero);
        await host.RecordAsync(oldest, older, now);

        await AssertRowsAsync("", now);
        await AssertRowsAsync($"?start_ts={Seconds(older)}", now, older);
        await AssertRowsAsync(
            $"?start_ts={Seconds(oldest)}&end_ts={Seconds(older)}",
            older,
            oldest
        );
        await AssertRowsAsync($"?end_ts={Seconds(now)}", now);

        async Task AssertRowsAsync(string query, params ExecutionResult[] expected)
        {
            var answer = await host.GetAsync(Path(connector) + query);
            Assert.Equal(expected.Select(run => $"{run.Id}"), answer.RowIds);
        }
    }

    [Fact]
    public async Task Filters_keep_what_they_name()
    {
        var connector = await host.DraftAsync(host.Order());
        var success = Run(connector, TimeSpan.FromMinutes(3));
        var refused = Failure(connector, ErrorType.Connection);
        var error = Failure(connector, ErrorType.ThirdParty);
        await host.RecordAsync(success, refused, error);

        await AssertRowsAsync("success=true", success);
        await AssertRowsAsync("success=false", error, refused);
        await AssertRowsAsync("error_type=faraday_error", refused);
        await AssertRowsAsync("success=false&error_type=3rd_party_error", error);
        await AssertRowsAsync("error_type=client_side_action_error");

        async Task AssertRowsAsync(string query, params ExecutionResult[] expected)
        {
            var answer = await host.GetAsync($"{Path(connector)}?{query}");
            Assert.Equal(expected.Select(run => $"{run.Id}"), answer.RowIds);
        }
    }

    [Theory]
    [InlineData("per_page=0", 1)]
    [InlineData("per_page=-5", 1)]
    [InlineData("per_page=31", 30)]
    [InlineData("per_page=999999999999999999999", 30)]
    [InlineData("per_page=30", 30)]
    [InlineData("", 10)]
    public async Task A_page_is_as_large_as_its_bounds_allow(string query, int size)
    {
        var connector = await host.DraftAsync(host.Order());

        var answer = await host.GetAsync($"{Path(connector)}?{query}");

        Assert.Equal(size, answer.Json.GetProperty("pages").GetProperty("per_page").GetInt32());
    }

    [Theory]
    [InlineData(
        "error_type=nope",
        "parameter_invalid",
        "Invalid error_type. Must be one of: request_configuration_error, faraday_error, 3rd_party_error, response_mapping_error, token_refresh_error, fin_action_response_formatting_error, fin_action_identity_verification_error, email_verification_error, non_fin_standalone_action_identity_verification_error, request_validation_error, client_side_action_error"
    )]
    [InlineData(
        "start_ts=yesterday",
        "parameter_invalid",
        "start_ts must be a Unix timestamp (integer)"
    )]
    [InlineData("end_ts=1.5", "parameter_invalid", "end_ts must be a Unix timestamp (integer)")]
    [InlineData(
        "end_ts=99999999999999999",
        "parameter_invalid",
        "end_ts must be a Unix timestamp (integer)"
    )]
    [InlineData(
        "success=maybe",
        "parameter_invalid",
        "Invalid success. Must be one of: true, false"
    )]
    [InlineData(
        "include_bodies=1",
        "parameter_invalid",
        "Invalid include_bodies. Must be one of: true, false"
    )]
    [InlineData("per_page=ten", "parameter_invalid", "per_page must be an integer")]
    [InlineData("per_page=1.5", "parameter_invalid", "per_page must be an integer")]
    [InlineData(
        "start_ts=200&end_ts=100",
        "parameter_invalid",
        "start_ts must not be after end_ts"
    )]
    [InlineData(
        "starting_after=nonsense",
        "client_error",
        "Invalid starting_after param. Please try again using a starting_after value from a paginated response"
    )]
    public async Task A_parameter_that_is_none_is_refused_by_name(
        string query,
        string code,
        string message
    )
    {
        var connector = await host.DraftAsync(host.Order());

        (await host.GetAsync($"{Path(connector)}?{query}")).AssertError(
            HttpStatusCode.BadRequest,
            code,
            message
        );
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var connector = await host.DraftAsync(host.Order());
        var elsewhere = await host.DraftAsync(host.Order());
        var run = Run(elsewhere, TimeSpan.Zero);
        await host.RecordAsync(run);

        foreach (
            var path in new[] { Path(7), Path(7) + "/1", "/data_connectors/x/execution_results" }
        )
        {
            (await host.GetAsync(path)).AssertError(
                HttpStatusCode.NotFound,
                "data_connector_not_found",
                "Data connector not found"
            );
        }

        foreach (var id in new[] { "1", "nonsense", $"{run.Id}" })
        {
            (await host.GetAsync($"{Path(connector)}/{id}")).AssertError(
                HttpStatusCode.NotFound,
                "execution_result_not_found",
                "Execution result not found"
            );
        }
    }

    [Fact]
    public async Task Reads_need_a_token_with_one_of_two_scopes()
    {
        var connector = await host.DraftAsync(host.Order());
        (await host.GetAsync(Path(connector), "nonsense")).AssertError(
            HttpStatusCode.Unauthorized,
            "unauthorized",
            "Access Token Invalid"
        );
        var others = await host.TokenAsync(ApiScopes.ReadWriteVersions);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.GetAsync(Path(connector), others)).Status
        );
        foreach (
            var scope in new[] { ApiScopes.ReadExecutionResults, ApiScopes.ReadWriteConnectors }
        )
        {
            var token = await host.TokenAsync(scope);
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(Path(connector), token)).Status);
        }
    }

    private static ExecutionResult Run(long connector, TimeSpan ago) =>
        Finished.Execution(connector, DateTimeOffset.UtcNow - ago);

    private static ExecutionResult Failure(long connector, ErrorType type) =>
        Finished.Failure(type, DateTimeOffset.UtcNow, connector);

    private static long Seconds(ExecutionResult run) => run.StartedAt.ToUnixTimeSeconds();

    private static string Path(long connector) => $"/data_connectors/{connector}/execution_results";
}
