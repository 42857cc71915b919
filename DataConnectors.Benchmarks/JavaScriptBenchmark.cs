using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.JavaScript;
using Jint;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataConnectors.Benchmarks;

/// <summary>
/// What it costs that JavaScript runs in processes of its own: the same function on the same answer, once by the interpreter in this
/// process with nothing around it, once in a worker, both with a new interpreter for every run. And a hundred expressions in one call,
/// and a pool's start until its first worker is ready. The processor time is this process's alone; a worker has its own.
/// </summary>
internal static class JavaScriptBenchmark
{
    private static readonly int[] InFlight = [1, 2, 8];

    private const string Code = """
        function transform(response, context) {
            const items = response.items.map(item => ({ name: item.name.trim(), cost: item.price * item.count }));
            const total = items.reduce((sum, item) => sum + item.cost, 0);
            return {
                number: response.id, status: response.status.toUpperCase(), year: /^\d{4}/.exec(response.created)[0],
                created: new Date(response.created).toISOString(), total: total.toFixed(2), items,
            };
        }
        """;

    private const string Response = """
        {"id":1001,"status":"shipped","created":"2026-03-02T10:30:00Z","customer":{"name":"Ana Ruiz","email":"ana@example.com"},
        "items":[{"name":" Mug ","price":8.5,"count":2},{"name":"Tea","price":4.25,"count":3},{"name":"Spoon ","price":1,"count":6}]}
        """;

    private static ScriptInput Input { get; } =
        new(JsonElement.Parse(Response), """{"status":200,"headers":{},"inputs":{}}"""u8.ToArray());

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = Comparison.Option(arguments, "--seconds", 3);
        var rounds = Comparison.Option(arguments, "--rounds", 3);
        await MeasureStartsAsync(rounds);
        using var runtime = NewRuntime();
        var subjects = new Dictionary<string, Func<Task<Task>>>(StringComparer.Ordinal)
        {
            ["bare interpreter"] = Bare(),
            ["transform in a worker"] = Transform(runtime),
            ["100 expressions in one call"] = Expressions(runtime),
        };
        Console.WriteLine(Measurement.Header);
        foreach (var inFlight in InFlight)
        {
            await Comparison.PrintAsync(subjects, "bare interpreter", inFlight, seconds, rounds);
        }

        return 0;
    }

    private static async Task MeasureStartsAsync(int rounds)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            using var runtime = NewRuntime();
            var began = Stopwatch.GetTimestamp();
            if (await runtime.FindObstacleAsync(CancellationToken.None) is { } obstacle)
            {
                throw new InvalidOperationException(obstacle);
            }

            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"from nothing to a warm worker: {times.Order().ElementAt(times.Count / 2):0} ms\n"
            )
        );
    }

    private static Func<Task<Task>> Bare()
    {
        var options = new Options().Strict();
        var prepared = Engine.PrepareScript(Code, strict: true);
        return () =>
        {
            using var engine = new Engine(options);
            engine.Execute(prepared);
            var parser = new Jint.Native.Json.JsonParser(engine);
            var result = engine.Invoke("transform", parser.Parse(Response));
            _ = new Jint.Native.Json.JsonSerializer(engine).Serialize(result);
            return Task.FromResult(Task.CompletedTask);
        };
    }

    private static Func<Task<Task>> Transform(JavaScriptRuntime runtime)
    {
        var script = new Script(1, Code);
        return async () =>
        {
            var outcome = await runtime.RunAsync(script, Input, CancellationToken.None);
            return Succeeded(outcome.Failure);
        };
    }

    private static Func<Task<Task>> Expressions(JavaScriptRuntime runtime)
    {
        string[] texts =
        [
            "value.trim()",
            "value.toUpperCase() + '!'",
            "value.length > 3",
            "`${value}/${response.id}`",
        ];
        var evaluations = Enumerable
            .Range(0, 100)
            .Select(number => new ExpressionEvaluation(
                texts[number % texts.Length],
                JsonElement.Parse("\" text \"")
            ))
            .ToList();
        return async () =>
        {
            var outcome = await runtime.EvaluateAsync(
                1,
                evaluations,
                Input,
                CancellationToken.None
            );
            return Succeeded(outcome.Failure);
        };
    }

    private static Task Succeeded(ScriptFailure? failure) =>
        failure is null ? Task.CompletedTask : throw new InvalidOperationException(failure.Message);

    private static JavaScriptRuntime NewRuntime() =>
        new(
            JavaScriptRuntime.DefaultLimits,
            new ScriptingOptions().JavaScriptWorkers,
            AppContext.BaseDirectory,
            NullLogger.Instance
        );
}
