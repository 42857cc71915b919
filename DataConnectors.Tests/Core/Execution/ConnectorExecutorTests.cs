using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Execution;

public sealed class ConnectorExecutorTests
{
    private static readonly PersonSnapshot Ana = new(
        5,
        PersonRole.User,
        "cus_1001",
        "Ana Ruiz",
        "ana.ruiz@example.com",
        Phone: null,
        new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["plan"] = JsonSerializer.SerializeToElement("pro"),
        }
    );

    [Fact]
    public async Task A_get_with_a_collected_input_returns_what_the_api_answered()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/orders/1042", LoopbackAnswer.Json("""{"status":"shipped"}"""));

        var result = await harness.RunAsync(harness.Get(), new() { ["order_id"] = "1042" });

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal("shipped", result.Shaped!.Root.GetProperty("status").GetString());
        Assert.Equal(200, result.Response!.Status);
        Assert.Equal(
            [
                Stage.Verify,
                Stage.Resolve,
                Stage.Render,
                Stage.Authenticate,
                Stage.Guard,
                Stage.Send,
                Stage.Shape,
                Stage.Map,
            ],
            result.Trace.Select(step => step.Stage)
        );
        Assert.Equal("GET", Assert.Single(harness.Api.Requests).Method);
    }

    [Fact]
    public async Task The_bytes_of_a_dry_run_are_the_bytes_that_are_sent_but_for_secrets()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("{}"));
        var token = await StoreTokenAsync(harness, "X-Api-Key", "s3cr3t");
        var definition = harness.Get("/orders/{{order_id}}?by={{person.email}}") with
        {
            Method = RequestMethod.Post,
            Headers =
            [
                new HeaderField("X-Trace", "a b"),
                new HeaderField("content-language", "en"),
            ],
            Body = """{"id":"{{order_id}}","note":"für \"{{person.name}}\""}""",
            TokenIds = [token],
        };
        var request = harness.Request(definition, new() { ["order_id"] = "a/b?c" }, Ana);

        var dryRun = await harness.Executor.PrepareAsync(request, CancellationToken.None);
        var described = WireFormat.Describe(dryRun.Request!, dryRun.SecretHeaderNames);
        Assert.Empty(harness.Api.Requests);

        await harness.Executor.ExecuteAsync(request, CancellationToken.None);
        var sent = System.Text.Encoding.UTF8.GetString(Assert.Single(harness.Api.Requests).Raw);

        Assert.Equal(sent.Replace("s3cr3t", "****", StringComparison.Ordinal), described);
        Assert.Contains(
            "POST /orders/a%2Fb%3Fc?by=ana.ruiz%40example.com HTTP/1.1\r\n",
            sent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("s3cr3t", described, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RequestMethod.Get)]
    [InlineData(RequestMethod.Post)]
    [InlineData(RequestMethod.Put)]
    [InlineData(RequestMethod.Delete)]
    [InlineData(RequestMethod.Patch)]
    public async Task The_bytes_of_a_dry_run_are_exact_without_a_body_too(RequestMethod method)
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("{}"));
        var request = harness.Request(harness.Get("/ping") with { Method = method });

        var dryRun = await harness.Executor.PrepareAsync(request, CancellationToken.None);
        await harness.Executor.ExecuteAsync(request, CancellationToken.None);

        Assert.Equal(
            Assert.Single(harness.Api.Requests).RawText,
            WireFormat.Describe(dryRun.Request!, dryRun.SecretHeaderNames)
        );
    }

    [Fact]
    public async Task A_missing_required_input_fails_before_anything_is_sent()
    {
        await using var harness = await ExecutorHarness.CreateAsync();

        var result = await harness.RunAsync(harness.Get());

        Assert.Equal(ErrorType.RequestValidation, result.Failure!.Type);
        Assert.Equal("dataInputs[0]", result.Failure.FieldPath);
        Assert.Contains("order_id", result.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Api.Requests);
        Assert.Same(result, Assert.Single(harness.Seen.Results));
    }

    [Fact]
    public async Task A_source_without_a_value_falls_back_to_the_fallback_value()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/plans/basic", LoopbackAnswer.Json("{}"));
        var definition = harness.Get("/plans/{{plan}}") with
        {
            DataInputs =
            [
                new DataInput
                {
                    Name = "plan",
                    Source = DataInputSource.Attribute,
                    AttributePath = "person.plan",
                    FallbackValue = "basic",
                },
            ],
        };

        var result = await harness.RunAsync(definition);

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal("/plans/basic", Assert.Single(harness.Api.Requests).Target);
    }

    [Fact]
    public async Task What_a_customer_says_never_replaces_an_attribute()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        var definition = harness.Get("/customers/{{customer}}") with
        {
            DataInputs =
            [
                new DataInput
                {
                    Name = "customer",
                    Source = DataInputSource.Attribute,
                    AttributePath = "person.user_id",
                },
            ],
        };

        var result = await harness.RunAsync(definition, new() { ["customer"] = "cus_9999" }, Ana);

        Assert.Equal(ErrorType.RequestValidation, result.Failure!.Type);
        Assert.Empty(harness.Api.Requests);
    }

    [Theory]
    [InlineData(DataInputType.Number, "12abc")]
    [InlineData(DataInputType.Number, "1e9")]
    [InlineData(DataInputType.Decimal, "NaN")]
    [InlineData(DataInputType.Boolean, "perhaps")]
    public async Task A_value_of_the_wrong_type_fails_before_anything_is_sent(
        DataInputType type,
        string value
    )
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        var definition = harness.Get() with
        {
            DataInputs = [new DataInput { Name = "order_id", Type = type }],
        };

        var result = await harness.RunAsync(definition, new() { ["order_id"] = value });

        Assert.Equal(ErrorType.RequestValidation, result.Failure!.Type);
        Assert.Empty(harness.Api.Requests);
    }

    [Fact]
    public async Task Customer_authentication_admits_signed_in_users_only()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/balance", LoopbackAnswer.Json("""{"balance":3}"""));
        var definition = harness.Get("/balance") with { CustomerAuthentication = true };

        var visitor = await harness.RunAsync(definition);
        var user = await harness.RunAsync(
            definition,
            person: Ana,
            session: new CustomerSession(Ana.Id, IsSignedIn: true)
        );

        Assert.Equal(ErrorType.FinIdentityVerification, visitor.Failure!.Type);
        Assert.True(user.IsSuccess, user.Failure?.Message);
        Assert.Single(harness.Api.Requests);
    }

    [Fact]
    public async Task Customer_authentication_admits_nobody_for_another_person()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json("""{"balance":3}"""));

        var result = await harness.RunAsync(
            harness.Get("/balance?of={{person.email}}") with
            {
                CustomerAuthentication = true,
            },
            person: Ana,
            session: new CustomerSession(Ana.Id + 1, IsSignedIn: true)
        );

        Assert.Equal(ErrorType.FinIdentityVerification, result.Failure!.Type);
        Assert.Empty(harness.Api.Requests);
    }

    [Theory]
    [InlineData(404, "404 Not Found")]
    [InlineData(500, "500 Internal Server Error")]
    [InlineData(429, "slow down")]
    public async Task A_status_outside_2xx_is_the_apis_error_and_says_what_to_do(
        int status,
        string expected
    )
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/x", LoopbackAnswer.Json("""{"error":"no"}""", status));

        var result = await harness.RunAsync(harness.Get("/x"));

        Assert.Equal(ErrorType.ThirdParty, result.Failure!.Type);
        Assert.Contains(expected, result.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(status, result.Response!.Status);
        Assert.Null(result.Shaped);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_its_query_is_not_shown()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(
            "/old",
            LoopbackAnswer.Raw(
                System.Text.Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 302 Found\r\nLocation: {harness.Api.BaseUrl}/new?token=abc\r\nContent-Length: 0\r\n\r\n"
                )
            )
        );

        var result = await harness.RunAsync(harness.Get("/old"));

        Assert.Equal(ErrorType.ThirdParty, result.Failure!.Type);
        Assert.Contains("/new", result.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", result.Failure.Message, StringComparison.Ordinal);
        Assert.Single(harness.Api.Requests);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_a_timeout_that_names_the_setting()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/slow", LoopbackAnswer.Json("{}").After(TimeSpan.FromSeconds(20)));

        var result = await harness.RunAsync(
            harness.Get("/slow") with
            {
                TimeoutMilliseconds = 200,
            }
        );

        Assert.Equal(ErrorType.Connection, result.Failure!.Type);
        Assert.Equal("timeoutMilliseconds", result.Failure.FieldPath);
        Assert.Contains("0.2 s", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dripping_answer_ends_at_the_deadline()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(
            "/drip",
            LoopbackAnswer.Chunked(Endless("x"), TimeSpan.FromMilliseconds(50))
        );

        var result = await harness.RunAsync(
            harness.Get("/drip") with
            {
                TimeoutMilliseconds = 400,
            }
        );

        Assert.Equal("timeoutMilliseconds", result.Failure!.FieldPath);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off_at_the_cap()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(
            "/endless",
            LoopbackAnswer.Chunked(Endless(new string('x', 64 * 1024)), TimeSpan.Zero)
        );

        var result = await harness.RunAsync(
            harness.Get("/endless") with
            {
                ResponseCapBytes = 256 * 1024,
            }
        );

        Assert.Equal(ErrorType.Connection, result.Failure!.Type);
        Assert.Contains("response cap", result.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_read_and_a_bomb_is_cut_off(string encoding)
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/small", Compressed(encoding, """{"ok":true}"""u8.ToArray()));
        harness.Api.Answer("/bomb", Compressed(encoding, new byte[64 * 1024 * 1024]));
        harness.Api.Answer(
            "/broken",
            LoopbackAnswer.Bytes(
                [.. Enumerable.Repeat((byte)0xFF, 64)],
                headers: [("Content-Encoding", encoding)]
            )
        );

        harness.Api.Answer(
            "/cut",
            Compressed(encoding, """{"ok":[1,2,3,4,5,6,7,8]}"""u8.ToArray(), cutOff: 12)
        );

        var cut = await harness.RunAsync(harness.Get("/cut"));
        var small = await harness.RunAsync(harness.Get("/small"));
        var bomb = await harness.RunAsync(harness.Get("/bomb"));
        var broken = await harness.RunAsync(harness.Get("/broken"));

        Assert.True(small.Shaped!.Root.GetProperty("ok").GetBoolean());
        Assert.Contains("response cap", bomb.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorType.Connection, broken.Failure!.Type);
        Assert.False(cut.IsSuccess);
    }

    [Fact]
    public async Task A_reset_and_a_refused_connection_are_told_apart()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/reset", LoopbackAnswer.Reset());
        harness.Api.Answer("/early", LoopbackAnswer.ClosedEarly([1, 2, 3], promised: 10));

        var reset = await harness.RunAsync(harness.Get("/reset"));
        var early = await harness.RunAsync(harness.Get("/early"));
        var definition = harness.Get("/gone");
        await harness.Api.DisposeAsync();
        var refused = await harness.RunAsync(definition);

        Assert.All(
            [reset, early, refused],
            result => Assert.Equal(ErrorType.Connection, result.Failure!.Type)
        );
        Assert.Contains("refused", refused.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", reset.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("hello", "text/plain")]
    [InlineData("<order><id>7</id></order>", "application/xml")]
    public async Task Answers_that_are_not_json_are_shaped_too(string body, string? contentType)
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer(
            "/x",
            LoopbackAnswer.Bytes(
                System.Text.Encoding.UTF8.GetBytes(body),
                headers: contentType is null ? [] : [("Content-Type", contentType)]
            )
        );

        var result = await harness.RunAsync(harness.Get("/x"));

        Assert.True(result.IsSuccess, result.Failure?.Message);
    }

    [Fact]
    public async Task Broken_json_is_a_mapping_error_that_says_where()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/x", LoopbackAnswer.Json("{\"a\":\n oops}"));

        var result = await harness.RunAsync(harness.Get("/x"));

        Assert.Equal(ErrorType.ResponseMapping, result.Failure!.Type);
        Assert.Contains("line 2", result.Failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Restricted_access_lets_only_exposed_fields_through()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/x", LoopbackAnswer.Json("""{"status":"paid","card":"4111"}"""));
        var definition = harness.Get("/x") with
        {
            DataAccess = DataAccess.Restricted,
            ResponseFields = [Some.Field("status") with { RenamedTo = "state" }],
        };

        var result = await harness.RunAsync(definition);

        Assert.Equal("""{"state":"paid"}""", JsonSerializer.Serialize(result.Shaped!.Root));
    }

    [Fact]
    public async Task A_token_is_sent_only_to_its_domain()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        var token = await StoreTokenAsync(
            harness,
            "X-Api-Key",
            "s3cr3t",
            domain: "api.example.com"
        );

        var result = await harness.RunAsync(harness.Get("/x") with { TokenIds = [token] });

        Assert.Equal(ErrorType.RequestConfiguration, result.Failure!.Type);
        Assert.Equal("tokenIds", result.Failure.FieldPath);
        Assert.Empty(harness.Api.Requests);
    }

    [Fact]
    public async Task A_preview_answers_from_the_example_and_opens_no_connection_and_tells_nobody()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        await harness.Database.AddAsync(new AttributeDefinition { Id = 1, Name = "plan" });
        var definition = harness.Get() with
        {
            ObjectMappings = [Some.Mapping("plan", "person.plan")],
            ExampleResponse = new ExampleResponse(200, null, """{"plan":"gold"}"""),
        };

        var result = await harness.RunAsync(
            definition,
            new() { ["order_id"] = "1" },
            Ana,
            ExecutionProfiles.Preview(definition.ExampleResponse)
        );

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal("plan", Assert.Single(Assert.Single(result.Changes).Attributes).Name);
        Assert.Empty(result.AcceptedChanges);
        Assert.Equal(0, harness.Api.Connections);
        Assert.Empty(harness.Seen.Results);
    }

    [Fact]
    public async Task A_preview_without_an_example_says_what_is_missing()
    {
        await using var harness = await ExecutorHarness.CreateAsync();

        var result = await harness.RunAsync(
            harness.Get("/x"),
            profile: ExecutionProfiles.Preview(null)
        );

        Assert.Equal("exampleResponse", result.Failure!.FieldPath);
    }

    [Fact]
    public async Task A_test_calls_for_real_and_tells_nobody()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/x", LoopbackAnswer.Json("{}"));

        await harness.RunAsync(harness.Get("/x"), profile: harness.Profiles.Test);

        Assert.Single(harness.Api.Requests);
        Assert.Empty(harness.Seen.Results);
    }

    [Fact]
    public async Task A_caller_that_cancels_gets_no_result_but_what_was_sent_is_recorded()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/slow", LoopbackAnswer.Json("{}").After(TimeSpan.FromSeconds(20)));
        using var caller = new CancellationTokenSource();
        var running = harness.RunAsync(harness.Get("/slow"), cancellationToken: caller.Token);
        while (harness.Api.Requests.Count == 0)
        {
            await Task.Delay(10);
        }

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var recorded = Assert.Single(harness.Seen.Results);
        Assert.Equal(ErrorType.Connection, recorded.Failure!.Type);
        Assert.Contains("stopped waiting", recorded.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_cancelled_before_anything_was_sent_leaves_no_trace()
    {
        await using var harness = await ExecutorHarness.CreateAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            harness.RunAsync(
                harness.Get(),
                cancellationToken: new CancellationToken(canceled: true)
            )
        );
        Assert.Empty(harness.Seen.Results);
    }

    [Fact]
    public async Task An_address_that_may_not_be_called_opens_no_socket()
    {
        await using var harness = await ExecutorHarness.CreateAsync();

        var result = await harness.RunAsync(
            new ConnectorDefinition { Name = "x", Url = "https://169.254.169.254/latest" }
        );

        Assert.Equal(ErrorType.RequestConfiguration, result.Failure!.Type);
        Assert.Equal("url", result.Failure.FieldPath);
        Assert.Equal(Stage.Guard, result.Trace[^1].Stage);
    }

    private static async Task<long> StoreTokenAsync(
        ExecutorHarness harness,
        string headerKey,
        string value,
        string? domain = null
    )
    {
        var created = await harness
            .Database.Get<CreateToken>()
            .RunAsync(
                Some.Actor,
                new NewToken("Key", "", headerKey, "", new SecretText(value), domain),
                CancellationToken.None
            );
        return created.Value.Id;
    }

    private static LoopbackAnswer Compressed(string encoding, byte[] body, int cutOff = 0)
    {
        using var packed = new MemoryStream();
        using (
            Stream packer =
                encoding == "br"
                    ? new System.IO.Compression.BrotliStream(
                        packed,
                        System.IO.Compression.CompressionLevel.Fastest
                    )
                    : new System.IO.Compression.GZipStream(
                        packed,
                        System.IO.Compression.CompressionLevel.Fastest
                    )
        )
        {
            packer.Write(body);
        }

        return LoopbackAnswer.Bytes(
            packed.ToArray()[..^cutOff],
            headers: [("Content-Encoding", encoding), ("Content-Type", "application/json")]
        );
    }

    private static IEnumerable<byte[]> Endless(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        while (true)
        {
            yield return bytes;
        }
    }
}
