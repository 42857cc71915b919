using System.Text;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Templating;
using DataConnectors.Core.Transformation;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Logs;

/// <summary>Finished executions and a database that records them.</summary>
internal static class Finished
{
    public const string OrderJson =
        """{"id":1001,"status":"shipped","customer":{"email":"grace@example.com"},"items":[{"sku":"A","code":"x1"},{"sku":"B","code":"x2"}]}""";

    private static readonly IdGenerator Ids = new(TimeProvider.System);

    /// <summary>A successful run with everything in it.</summary>
    public static ExecutionResult Execution(
        long connectorId = 1,
        DateTimeOffset? startedAt = null,
        StageFailure? failure = null,
        ExecutionSource source = ExecutionSource.Fin,
        string answer = OrderJson,
        IReadOnlyList<ResponseField>? redacted = null,
        IReadOnlyList<ObjectChange>? changes = null
    ) =>
        new()
        {
            Id = Ids.Next(),
            ConnectorId = connectorId,
            ConnectorName = "Get order status",
            VersionNumber = 3,
            Source = source,
            PersonId = 201,
            ConversationId = 301,
            StartedAt = startedAt ?? Some.Instant,
            Duration = TimeSpan.FromMicroseconds(12_345),
            HttpDuration = TimeSpan.FromMicroseconds(10_001),
            Failure = failure,
            Method = RequestMethod.Post,
            Inputs = new ResolvedInputs(
                new Dictionary<string, TemplateValue>(StringComparer.Ordinal)
                {
                    ["order_id"] = TemplateValue.Integer(1001),
                    ["note"] = TemplateValue.Missing,
                }
            ),
            Request = new RenderedRequest(
                RequestMethod.Post,
                "https://user:pass@api.example.com/orders/1001?email=grace%40example.com#top",
                [
                    new HeaderField("Accept", "application/json"),
                    new HeaderField("authorization", "Bearer typed-by-hand"),
                ],
                """{"note":"ring twice"}"""u8.ToArray()
            ),
            SecretHeaderNames = ["X-Shop-Key"],
            Response = new RawResponse(200, "application/json", [], Encoding.UTF8.GetBytes(answer)),
            Shaped = failure is null
                ? new ShapedResponse(
                    Some.Json("""{"state":"shipped","customer":{"mail":"grace@example.com"}}"""),
                    Some.Json(answer)
                )
                : null,
            RedactedFields =
            [
                .. (redacted ?? []).Select(field => FieldPath.Parse(field.Path).Value),
            ],
            RedactedOutput = RedactedOutput.PathsOf(redacted ?? []),
            AcceptedChanges = changes ?? [],
            Trace =
            [
                new TraceStep(Stage.Verify, TimeSpan.FromMicroseconds(3), "Not required"),
                new TraceStep(
                    Stage.Send,
                    TimeSpan.FromMicroseconds(10_001),
                    failure?.Message ?? "Answer received",
                    failure is not null
                ),
            ],
        };

    /// <summary>A failed run.</summary>
    public static ExecutionResult Failure(
        ErrorType type = ErrorType.ThirdParty,
        DateTimeOffset? startedAt = null,
        long connectorId = 1
    ) =>
        Execution(
            connectorId,
            startedAt,
            new StageFailure(type, "The API answered 500. Ask whoever runs it.")
        );

    /// <summary>A database with the recorder registered; start it with <see cref="StartAsync"/>.</summary>
    public static Task<TestDatabase> DatabaseAsync(
        TimeProvider? clock = null,
        Action<IServiceCollection>? configure = null
    ) =>
        TestDatabase.CreateAsync(
            clock,
            services =>
            {
                services.AddLogs(new ConfigurationBuilder().Build());
                configure?.Invoke(services);
            }
        );

    /// <summary>Starts the recorder.</summary>
    public static async Task<ExecutionRecorder> StartAsync(this TestDatabase database)
    {
        var recorder = database.Get<ExecutionRecorder>();
        await recorder.StartAsync(CancellationToken.None);
        return recorder;
    }

    /// <summary>Records executions as a running server would, and stops.</summary>
    public static async Task RecordAsync(this TestDatabase database, params ExecutionResult[] runs)
    {
        var recorder = await database.StartAsync();
        await Task.WhenAll(runs.Select(recorder.OnCompletedAsync)).WaitAsync(Patience);
        await recorder.StopAsync(CancellationToken.None);
    }

    /// <summary>What was recorded of a run, which must have been.</summary>
    public static async Task<ExecutionRecord> RecordOf(
        this TestDatabase database,
        ExecutionResult run
    )
    {
        var record = await database
            .Get<GetExecutionResult>()
            .RunAsync(run.ConnectorId, run.Id, CancellationToken.None);
        Assert.NotNull(record);
        return record;
    }

    /// <summary>Longer than anything here takes on a busy machine.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);
}
