using System.Globalization;
using System.Net;
using System.Text;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Logs;
using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Contract.PublicApi;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Web.PublicApi;

/// <summary>Running at once, over a socket: what is answered is durable, and is what is read later.</summary>
public sealed class RunNowTests(RunningConnectors host) : IClassFixture<RunningConnectors>
{
    private const string Key = "Idempotency-Key";

    [Fact]
    public async Task A_run_answers_with_the_result_that_is_read_later()
    {
        host.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));
        var connector = await host.PublishAsync(host.Order());

        var ran = await host.PostAsync(Path(connector), """{"inputs":{"order_id":1042}}""");

        // Read behind the API at once: the row is there when the answer is.
        await using var context = await host.ContextAsync();
        var record = await context
            .Set<ExecutionRecord>()
            .SingleAsync(record => record.ConnectorId == connector);
        Assert.Equal(HttpStatusCode.Created, ran.Status);
        Assert.Equal($"{record.Id}", ran.Id);
        Assert.Equal(
            ("answer", 1, true, """{"status":"shipped"}""", 20),
            (
                record.Source,
                record.VersionNumber,
                record.IsSuccess,
                record.RawResponseBody,
                record.ResponseBytes
            )
        );
        Assert.Equal("""{"status":"shipped"}""", ran.Json.GetProperty("response_body").GetString());
        Assert.Equal("answer", ran.Json.GetProperty("source_type").GetString());
        Assert.Equal($"{Path(connector)}/{ran.Id}", ran.Location);
        Assert.Equal((await host.GetAsync(ran.Location!)).Text, ran.Text);
        Assert.Contains(host.Api.Requests, request => request.Target == "/orders/1042");
    }

    public static TheoryData<string, Func<ConnectorDefinition, ConnectorDefinition>> Masked =>
        new()
        {
            { "json", connector => connector },
            {
                "json",
                connector =>
                    connector with
                    {
                        DataAccess = DataAccess.Restricted,
                        ResponseFields =
                        [
                            Some.Field("status"),
                            Some.Field("email", isRedacted: true),
                        ],
                    }
            },
            {
                "json",
                connector =>
                    connector with
                    {
                        Method = RequestMethod.Post,
                        Body = """{"q":"{{order_id}} ä \"x\""}""",
                    }
            },
            { "bytes", connector => connector },
            { "nothing", connector => connector },
            { "failing", connector => connector },
            { "reset", connector => connector with { Url = connector.Url + "?key=s3cret" } },
            { "missing", connector => connector with { ExpectedStatuses = [404] } },
        };

    [Theory]
    [MemberData(nameof(Masked))]
    public async Task Whatever_was_answered_is_masked_now_as_it_is_later(
        string path,
        Func<ConnectorDefinition, ConnectorDefinition> change
    )
    {
        host.Api.Answer(
            "/json",
            LoopbackAnswer.Json("""{ "status": "sent", "email": "grace@example.com" }""")
        );
        host.Api.Answer(
            "/bytes",
            LoopbackAnswer.Bytes([0, 1, 255], 200, ("Content-Type", "application/octet-stream"))
        );
        host.Api.Answer("/nothing", LoopbackAnswer.Bytes([], 204));
        host.Api.Answer("/failing", LoopbackAnswer.Text("broken", 500));
        host.Api.Answer("/reset", LoopbackAnswer.Reset());
        host.Api.Answer("/missing", LoopbackAnswer.Text("<html>not here</html>", 404));
        var connector = await host.PublishAsync(change(host.Order("/" + path)));

        var ran = await host.PostAsync(Path(connector), """{"inputs":{"order_id":"a"}}""");

        Assert.Equal(HttpStatusCode.Created, ran.Status);
        Assert.Equal((await host.GetAsync($"{Path(connector)}/{ran.Id}")).Text, ran.Text);
        Assert.DoesNotContain("s3cret", ran.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_run_is_a_result_like_any_other()
    {
        host.Api.Answer("/orders/1", LoopbackAnswer.Text("no", 503));
        var connector = await host.PublishAsync(host.Order());

        var failed = await host.PostAsync(Path(connector), """{"inputs":{"order_id":"1"}}""");
        var missing = await host.PostAsync(Path(connector), """{"inputs":{"order_id":null}}""");
        var nothing = await host.PostAsync(Path(connector), "{}");

        Assert.Equal(
            (HttpStatusCode.Created, false, "3rd_party_error", 503),
            (
                failed.Status,
                failed.Json.GetProperty("success").GetBoolean(),
                failed.Json.GetProperty("error_type").GetString(),
                failed.Json.GetProperty("http_status").GetInt32()
            )
        );
        foreach (var answer in new[] { missing, nothing })
        {
            Assert.Equal(HttpStatusCode.Created, answer.Status);
            Assert.Equal(
                "request_validation_error",
                answer.Json.GetProperty("error_type").GetString()
            );
            Assert.Equal("get", answer.Json.GetProperty("http_method").GetString());
        }
    }

    [Fact]
    public async Task Inputs_are_texts_numbers_and_booleans()
    {
        host.Api.Answer("/typed", LoopbackAnswer.Json("{}"));
        var connector = await host.PublishAsync(
            host.Order("/typed?a={{a}}&b={{b}}&c={{c}}&d={{d}}") with
            {
                DataInputs =
                [
                    new DataInput { Name = "a" },
                    new DataInput { Name = "b", Type = DataInputType.Number },
                    new DataInput { Name = "c", Type = DataInputType.Decimal },
                    new DataInput { Name = "d", Type = DataInputType.Boolean },
                ],
            }
        );

        var ran = await host.PostAsync(
            Path(connector),
            """{"inputs":{"a":"x y","b":9007199254740993,"c":1.50,"d":true}}"""
        );

        Assert.Equal(HttpStatusCode.Created, ran.Status);
        Assert.Contains(
            host.Api.Requests,
            request => request.Target == "/typed?a=x%20y&b=9007199254740993&c=1.50&d=true"
        );
    }

    [Fact]
    public async Task A_contact_and_a_conversation_give_their_attributes_and_are_recorded()
    {
        host.Api.Answer("/who", LoopbackAnswer.Json("{}"));
        await using (var context = await host.ContextAsync())
        {
            context.Add(Some.Person(90201, email: "ada@example.com"));
            context.Add(new Conversation { Id = 90301, PersonId = 90201 });
            context.Add(Some.Person(90202, email: "other@example.com"));
            await context.SaveChangesAsync();
        }

        var connector = await host.PublishAsync(
            host.Order("/who?mail={{person.email}}") with
            {
                DataInputs = [],
                CustomerAuthentication = true,
            }
        );

        var ran = await host.PostAsync(Path(connector), """{"conversation_id":"90301"}""");
        var mixed = await host.PostAsync(
            Path(connector),
            """{"conversation_id":"90301","contact_id":"90202"}"""
        );
        var nobody = await host.PostAsync(Path(connector), "{}");

        Assert.Equal("90301", ran.Json.GetProperty("conversation_id").GetString());
        Assert.Contains(
            host.Api.Requests,
            request => request.Target == "/who?mail=ada%40example.com"
        );
        await using var read = await host.ContextAsync();
        var id = long.Parse(ran.Id, CultureInfo.InvariantCulture);
        Assert.Equal(
            90201,
            (await read.Set<ExecutionRecord>().SingleAsync(row => row.Id == id)).PersonId
        );
        mixed.AssertError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_invalid",
            "This conversation is not one of that contact's.",
            "conversation_id"
        );
        Assert.Equal(
            "non_fin_standalone_action_identity_verification_error",
            nobody.Json.GetProperty("error_type").GetString()
        );
    }

    [Theory]
    [InlineData(
        """{"inputs":{"orderId":"1"}}""",
        "\"orderId\" is no data input of this connector.",
        "inputs.orderId"
    )]
    [InlineData(
        """{"inputs":{"fixed":"1"}}""",
        "fixed is not collected: its value comes from a custom value.",
        "inputs.fixed"
    )]
    [InlineData(
        """{"inputs":{"order_id":{"a":1}}}""",
        "inputs.order_id must be a string, a number, true, false or null.",
        "inputs.order_id"
    )]
    [InlineData("""{"inputs":[1]}""", "inputs must be an object, not a list.", "inputs")]
    [InlineData("""{"contact_id":"77"}""", "There is no such contact.", "contact_id")]
    [InlineData(
        """{"contact_id":77}""",
        "contact_id must be a string, not a number like this one.",
        "contact_id"
    )]
    [InlineData("""{"conversation_id":"x"}""", "There is no such conversation.", "conversation_id")]
    [InlineData(
        """{"values":{}}""",
        "There is no values. The API reference lists what can be sent.",
        "values"
    )]
    [InlineData("""{"input":{}}""", "There is no input. Did you mean inputs?", "input")]
    public async Task What_does_not_fit_is_refused_by_name_and_nothing_is_sent(
        string body,
        string message,
        string field
    )
    {
        var connector = await host.PublishAsync(
            host.Order("/never/{{order_id}}") with
            {
                DataInputs =
                [
                    new DataInput { Name = "order_id" },
                    new DataInput
                    {
                        Name = "fixed",
                        Source = DataInputSource.CustomValue,
                        CustomValue = "7",
                    },
                ],
            }
        );

        (await host.PostAsync(Path(connector), body)).AssertError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_invalid",
            message,
            field
        );

        Assert.DoesNotContain(
            host.Api.Requests,
            request => request.Target.StartsWith("/never", StringComparison.Ordinal)
        );
        await using var context = await host.ContextAsync();
        Assert.False(
            await context.Set<ExecutionRecord>().AnyAsync(row => row.ConnectorId == connector)
        );
    }

    [Fact]
    public async Task A_body_that_is_no_json_or_too_large_is_refused()
    {
        var connector = await host.PublishAsync(host.Order());

        var broken = await host.PostAsync(Path(connector), """{"inputs":""");
        var twice = await host.PostAsync(Path(connector), """{"inputs":{},"inputs":{}}""");
        var large = await host.PostAsync(
            Path(connector),
            $$$"""{"inputs":{"order_id":"{{{new string('a', 1024 * 1024)}}}"}}"""
        );

        var half = await host.PostAsync(Path(connector), """{"inputs":{"order_id":"\ud800"}}""");
        var empty = await host.PostAsync(Path(connector), "");

        Assert.Equal(HttpStatusCode.BadRequest, half.Status);
        empty.AssertError(
            HttpStatusCode.BadRequest,
            "client_error",
            "The body is empty. Send a JSON object."
        );
        Assert.Equal(HttpStatusCode.BadRequest, broken.Status);
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
    }

    [Fact]
    public async Task A_connector_that_is_not_live_does_not_run_and_one_that_is_runs_its_latest()
    {
        host.Api.Answer("/v1", LoopbackAnswer.Json("1"));
        host.Api.Answer("/v2", LoopbackAnswer.Json("2"));
        var connector = await host.DraftAsync(host.Order("/v1"));
        const string body = """{"inputs":{"order_id":"1"}}""";

        var before = await host.PostAsync(Path(connector), body);
        await host.PublishAsync(connector, revision: 1);
        var first = await host.PostAsync(Path(connector), body);
        await host.Get<SaveDraft>()
            .RunAsync(host.Admin, connector, host.Order("/v2"), 1, CancellationToken.None);
        await host.PublishAsync(connector, revision: 2);
        var second = await host.PostAsync(Path(connector), body);
        await using (var context = await host.ContextAsync())
        {
            // As another process on this database would.
            await context
                .Set<Connector>()
                .Where(row => row.Id == connector)
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(each => each.State, ConnectorState.Draft)
                );
        }

        var after = await host.PostAsync(Path(connector), body);

        const string notLive =
            "This data connector is not live, so there is no version of it to run. Set it live, then run it.";
        before.AssertError(HttpStatusCode.Conflict, "conflict", notLive);
        Assert.Equal("1", first.Json.GetProperty("response_body").GetString());
        Assert.Equal("2", second.Json.GetProperty("response_body").GetString());
        after.AssertError(HttpStatusCode.Conflict, "conflict", notLive);
        (await host.PostAsync(Path(7), body)).AssertError(
            HttpStatusCode.NotFound,
            "data_connector_not_found",
            "Data connector not found"
        );
    }

    [Fact]
    public async Task Running_needs_the_scope_that_writes()
    {
        var connector = await host.PublishAsync(host.Order());
        var token = await host.TokenAsync(ApiScopes.ReadExecutionResults);

        var answer = await host.PostAsync(Path(connector), "{}", token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_record_that_the_database_refuses_is_not_promised()
    {
        host.Api.Answer("/orders/13", LoopbackAnswer.Json("{}"));
        var connector = await host.PublishAsync(host.Order());
        await using var context = await host.ContextAsync();
        var trigger = string.Create(CultureInfo.InvariantCulture, $"refuse_{connector}");
        var refusal =
            $"CREATE TRIGGER {trigger} BEFORE INSERT ON Executions WHEN NEW.ConnectorId = {connector} BEGIN SELECT RAISE(ABORT, 'refused'); END";
        var end = $"DROP TRIGGER {trigger}";
        await context.Database.ExecuteSqlRawAsync(refusal);

        var answer = await host.PostAsync(Path(connector), """{"inputs":{"order_id":"13"}}""");
        await context.Database.ExecuteSqlRawAsync(end);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        var message = answer.Json.GetProperty("errors")[0].GetProperty("message").GetString()!;
        Assert.StartsWith(
            "The data connector ran and the API answered 200, but the database refused its record",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains(host.Api.Requests, request => request.Target == "/orders/13");
    }

    [Fact]
    public async Task While_records_pile_up_nothing_is_sent_and_later_the_same_request_runs()
    {
        host.Api.Answer("/orders/14", LoopbackAnswer.Json("{}"));
        var connector = await host.PublishAsync(host.Order());
        await using var context = await host.ContextAsync();
        using var caller = host.NewClient();
        const string body = """{"inputs":{"order_id":"14"}}""";
        await context.Database.ExecuteSqlRawAsync("ALTER TABLE Executions RENAME TO Away");
        Answer refused;
        Task recordings;
        try
        {
            // More than are written at once, and fit into the queue, and may wait.
            recordings = host.RecordAsync([
                .. Enumerable.Range(0, 4_000).Select(_ => Finished.Execution()),
            ]);
            refused = await caller.AskAsync("POST", Path(connector), body, (Key, "pile-up"));
        }
        finally
        {
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE Away RENAME TO Executions");
        }

        await recordings;
        var ran = await caller.AskAsync("POST", Path(connector), body, (Key, "pile-up"));

        refused.IsError(
            HttpStatusCode.ServiceUnavailable,
            "service_unavailable",
            "So many results of runs wait for the database that no more can be kept, so the data connector was not run. Try again in a few seconds."
        );
        Assert.Equal("5", refused.Headers["Retry-After"]);
        Assert.Equal((HttpStatusCode.Created, ran.Text), (ran.Status, ran.Text));
        Assert.Single(host.Api.Requests, request => request.Target == "/orders/14");
    }

    [Fact]
    public async Task A_run_whose_caller_hung_up_goes_on_and_is_recorded()
    {
        var answering = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        host.Api.Answer(
            "/slow",
            _ =>
            {
                arrived.TrySetResult();
                answering.Task.Wait();
                return LoopbackAnswer.Json("\"late\"");
            }
        );
        var connector = await host.PublishAsync(host.Order("/slow"));
        using (var caller = host.NewClient())
        {
            using var gone = new CancellationTokenSource();
            using var content = new StringContent(
                """{"inputs":{"order_id":"1"}}""",
                Encoding.UTF8,
                "application/json"
            );
            var call = caller.PostAsync(Path(connector), content, gone.Token);
            await arrived.Task;
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        answering.SetResult();

        await using var context = await host.ContextAsync();
        var record = await Eventually(() =>
            context.Set<ExecutionRecord>().FirstOrDefaultAsync(row => row.ConnectorId == connector)
        );
        Assert.Equal((true, "\"late\""), (record.IsSuccess, record.RawResponseBody));
    }

    private static async Task<T> Eventually<T>(Func<Task<T?>> read)
        where T : class
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await read() is { } found)
            {
                return found;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private static string Path(long connector) => $"/data_connectors/{connector}/execution_results";
}
