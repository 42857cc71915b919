using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Tests.Core.Logs;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace DataConnectors.Tests.Core.Execution;

/// <summary>Code of admins in real runs: real worker processes, a real API on loopback, a real database.</summary>
public sealed class CodeTransformationTests
{
    private const string Order =
        """{"order":{"id":9007199254740993123,"status":"shipped","lines":[{"sku":"A","qty":2},{"sku":"B","qty":1}]},"customer":{"email":"ana@example.com"}}""";

    [Theory]
    [InlineData(
        ResponseTransformation.Python,
        """
            def transform(response, context):
                order = response["order"]
                return {"id": order["id"], "pieces": sum(l["qty"] for l in order["lines"]), "asked": context["inputs"]["order_id"], "status": context["status"]}
            """
    )]
    [InlineData(
        ResponseTransformation.JavaScript,
        """
            function transform(response, context) {
              const order = response.order;
              return { id: order.id, pieces: order.lines.reduce((sum, line) => sum + line.qty, 0), asked: context.inputs.order_id, status: context.status };
            }
            """
    )]
    public async Task Code_reshapes_the_answer_and_keeps_every_digit(
        ResponseTransformation language,
        string code
    )
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/orders/7", LoopbackAnswer.Json(Order));

        var result = await harness.RunAsync(
            With(harness, language, code, "/orders/{{order_id}}") with
            {
                DataInputs = [new DataInput { Name = "order_id", Type = DataInputType.Number }],
            },
            new() { ["order_id"] = "7" }
        );

        Assert.True(result.IsSuccess, result.Failure?.Message);
        Assert.Equal(
            """{"id":9007199254740993123,"pieces":3,"asked":7,"status":200}""",
            result.Shaped!.Root.GetRawText()
        );
    }

    [Theory]
    [InlineData(
        ResponseTransformation.Python,
        "def transform(response):\n    return response['nothing']",
        "KeyError",
        "pythonCode"
    )]
    [InlineData(
        ResponseTransformation.JavaScript,
        "function transform(response) {\n  return response.nothing.at;\n}",
        "TypeError",
        "javaScriptCode"
    )]
    public async Task Code_that_fails_ends_the_run_with_its_error_and_line(
        ResponseTransformation language,
        string code,
        string error,
        string path
    )
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/x", LoopbackAnswer.Json(Order));

        var result = await harness.RunAsync(With(harness, language, code));

        Assert.Equal(ErrorType.ResponseMapping, result.Failure!.Type);
        Assert.Equal(path, result.Failure.FieldPath);
        Assert.Contains(error, result.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", result.Failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_endless_loop_is_stopped_while_another_connector_goes_on()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/x", LoopbackAnswer.Json(Order));
        var endless = With(
            harness,
            ResponseTransformation.Python,
            "def transform(response):\n    while True:\n        pass"
        );
        var quick = With(
            harness,
            ResponseTransformation.Python,
            "def transform(response):\n    return response['order']['status']"
        );

        var running = harness.RunAsync(endless);
        var answered = 0;
        while (!running.IsCompleted)
        {
            var other = await harness.RunAsync(quick);
            Assert.True(other.IsSuccess, other.Failure?.Message);
            answered++;
        }

        Assert.Contains("2 s", (await running).Failure!.Message, StringComparison.Ordinal);
        Assert.True(answered > 5, $"Only {answered} runs of another connector got through.");
    }

    [Fact]
    public async Task A_run_whose_time_is_over_while_code_runs_says_so_and_leaves_nothing_running()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        harness.Api.Answer("/x", LoopbackAnswer.Json(Order));

        var result = await harness.RunAsync(
            With(
                harness,
                ResponseTransformation.Python,
                "import time\ndef transform(response):\n    time.sleep(60)"
            ) with
            {
                TimeoutMilliseconds = 1_000,
            }
        );

        Assert.Equal(ErrorType.ResponseMapping, result.Failure!.Type);
        Assert.Equal("timeoutMilliseconds", result.Failure.FieldPath);
    }

    [Fact]
    public async Task What_code_says_of_redacted_values_is_not_stored()
    {
        await using var harness = await ExecutorHarness.CreateAsync(configure: services =>
            services.AddLogs(new ConfigurationBuilder().Build())
        );
        harness.Api.Answer("/x", LoopbackAnswer.Json(Order));
        var recorder = await harness.Database.StartAsync();

        var redacted = With(harness, ResponseTransformation.Python, "") with
        {
            ResponseFields = [Some.Field("customer.email", isExposed: false, isRedacted: true)],
        };

        await harness.RunAsync(
            redacted with
            {
                PythonCode = "def transform(r):\n    return {'to': r['customer']['email'].upper()}",
            }
        );
        await harness.RunAsync(
            redacted with
            {
                PythonCode =
                    "def transform(r):\n    raise ValueError('no mail to ' + r['customer']['email'])",
            }
        );
        await recorder.StopAsync(CancellationToken.None);

        await using var context = await harness.Database.Contexts.CreateDbContextAsync();
        var rows = await context.Set<ExecutionRecord>().OrderBy(row => row.Id).ToListAsync();
        Assert.Contains("code reshaped it", rows[0].ShapedResponseBody, StringComparison.Ordinal);
        Assert.Contains("ValueError", rows[1].ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("line 2", rows[1].ErrorMessage, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            rows,
            row =>
                Assert.DoesNotContain(
                    "ana@example.com",
                    string.Concat(
                        row.RawResponseBody,
                        row.ShapedResponseBody,
                        row.ErrorMessage,
                        row.TraceJson
                    ),
                    StringComparison.OrdinalIgnoreCase
                )
        );
    }

    [Fact]
    public async Task Code_is_tried_on_any_answer_without_a_call()
    {
        await using var harness = await ExecutorHarness.CreateAsync();
        var definition = With(
            harness,
            ResponseTransformation.Python,
            "def transform(response):\n    print('seen', len(response))\n    return sorted(response)"
        );
        var testCode = harness.Database.Get<TestCode>();

        var tried = await testCode.RunAsync(
            Some.Actor,
            new CodeTest(7, definition, new ExampleResponse(200, null, """{"b":1,"a":2}""")),
            CancellationToken.None
        );
        var unreadable = await testCode.RunAsync(
            Some.Actor,
            new CodeTest(7, definition, new ExampleResponse(200, "application/json", "{")),
            CancellationToken.None
        );
        var forbidden = await testCode.RunAsync(
            Some.ActorWithoutPermission,
            new CodeTest(7, definition, new ExampleResponse(200, null, "{}")),
            CancellationToken.None
        );

        Assert.Null(tried.Value.Failure);
        Assert.Equal("""["a","b"]""", tried.Value.Run!.Result.GetRawText());
        Assert.Equal("seen 2\n", tried.Value.Report.Printed);
        Assert.Equal("answer", Assert.Single(unreadable.Failure!.Problems).Path);
        Assert.Equal(FaultKind.Forbidden, forbidden.Failure!.Kind);
        Assert.Empty(harness.Api.Requests);
    }

    private static ConnectorDefinition With(
        ExecutorHarness harness,
        ResponseTransformation language,
        string code,
        string path = "/x"
    ) =>
        harness.Get(path) with
        {
            DataAccess = DataAccess.Restricted,
            ResponseTransformation = language,
            PythonCode = language == ResponseTransformation.Python ? code : "",
            JavaScriptCode = language == ResponseTransformation.JavaScript ? code : "",
        };
}
