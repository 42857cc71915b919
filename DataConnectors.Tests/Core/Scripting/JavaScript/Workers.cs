using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.JavaScript;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>Real worker processes, shared by the tests of this folder; a run has one second here instead of two.</summary>
public sealed class Workers : IDisposable
{
    internal static readonly WorkerLimits Limits = JavaScriptRuntime.DefaultLimits with
    {
        Time = TimeSpan.FromSeconds(1),
    };

    internal JavaScriptRuntime Runtime { get; } =
        new(Limits, maxWorkers: 2, AppContext.BaseDirectory, NullLogger.Instance);

    // For scripts that are meant to run into the limits.
    private readonly Lazy<JavaScriptRuntime> hurried = new(() =>
        new JavaScriptRuntime(
            Limits with
            {
                Time = TimeSpan.FromMilliseconds(400),
            },
            maxWorkers: 2,
            AppContext.BaseDirectory,
            NullLogger.Instance
        )
    );

    /// <summary>Runs <c>transform</c> with 400 ms.</summary>
    internal Task<Outcome<ScriptRun, ScriptFailure>> RunHurriedAsync(string code) =>
        hurried.Value.RunAsync(new Script(1, code), Input("{}"), CancellationToken.None);

    /// <summary>Runs <c>transform</c>.</summary>
    internal Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
        string code,
        string response = "{}",
        long owner = 1
    ) => Runtime.RunAsync(new Script(owner, code), Input(response), CancellationToken.None);

    /// <summary>The result of a run that succeeds, as JSON.</summary>
    internal async Task<string> ResultAsync(string code, string response = "{}") =>
        (await RunAsync(code, response)).Value.Result.GetRawText();

    /// <summary>The value of one expression as JSON; the fault after a ! when there is one.</summary>
    internal async Task<string> EvaluateAsync(string expression, string value = "null")
    {
        var results = await EvaluateAllAsync("{}", (expression, value));
        return results[0];
    }

    /// <summary>The values of some expressions as JSON; a fault after a !.</summary>
    internal async Task<IReadOnlyList<string>> EvaluateAllAsync(
        string response,
        params (string Expression, string Value)[] evaluations
    )
    {
        var results = await Runtime.EvaluateAsync(
            1,
            [
                .. evaluations.Select(one => new ExpressionEvaluation(
                    one.Expression,
                    JsonElement.Parse(one.Value)
                )),
            ],
            Input(response),
            CancellationToken.None
        );
        return [.. results.Value.Select(one => one.Value?.GetRawText() ?? $"!{one.Fault}")];
    }

    /// <summary>Why the worker gave nothing for this expression.</summary>
    internal async Task<ScriptFailure?> EvaluateFailureAsync(string expression) =>
        (
            await Runtime.EvaluateAsync(
                1,
                [new ExpressionEvaluation(expression, JsonElement.Parse("null"))],
                Input("{}"),
                CancellationToken.None
            )
        ).Failure;

    internal static ScriptInput Input(string response) =>
        new(
            JsonElement.Parse(response),
            """{"status":200,"headers":{"content-type":"application/json"},"inputs":{"order_id":1001}}"""u8.ToArray()
        );

    public void Dispose()
    {
        Runtime.Dispose();
        if (hurried.IsValueCreated)
        {
            hurried.Value.Dispose();
        }
    }
}

/// <summary>Tests of this group take turns, so that they share workers and do not keep each other from the processor.</summary>
[CollectionDefinition]
public sealed class WorkersGroup : ICollectionFixture<Workers>;
