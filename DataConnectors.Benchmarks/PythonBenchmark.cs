using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.Python;
using Microsoft.Extensions.Options;

namespace DataConnectors.Benchmarks;

/// <summary>
/// What the runtime costs beside the code itself: the same function with the same JSON in a bare loop of the same interpreter, and
/// through the runtime, once in a process that is kept for proven code and once with a process for each run. They take turns, so
/// that a busy machine slows all.
/// </summary>
internal static class PythonBenchmark
{
    private const string Code = """
        import json, re
        from datetime import datetime

        def transform(response):
            order = response["order"]
            return {
                "id": order["id"],
                "placed": datetime.fromisoformat(order["created_at"]).strftime("%d %b %Y"),
                "total": f"{order['amount_cents'] / 100:,.2f}",
                "items": [item["sku"] for item in response["items"] if item["qty"] > 0],
                "name": re.sub(r"\s+", " ", response["customer"]["name"]).strip(),
            }
        """;

    // Any name that is not on the list of what leaves nothing behind.
    private const string UnprovenCode = "import random\n" + Code;

    private const string Response = """
        {"order":{"id":12345,"status":"shipped","amount_cents":123450,"created_at":"2026-02-10T18:15:32+00:00"},
         "customer":{"name":"Zoë  Example","email":"zoe@example.com"},
         "items":[{"sku":"A1","price":12.5,"qty":1},{"sku":"B2","price":99.0,"qty":0},{"sku":"C3","price":7.25,"qty":1}]}
        """;

    private const string Bare = "bare loop in CPython";

    private static readonly int[] InFlight = [1, 2, 8];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = Comparison.Option(arguments, "--seconds", 3);
        var rounds = Comparison.Option(arguments, "--rounds", 3);
        await MeasureColdStartAsync();
        using var runtime = Create();
        if (await runtime.FindObstacleAsync(CancellationToken.None) is { } obstacle)
        {
            await Console.Error.WriteLineAsync(obstacle);
            return 1;
        }

        Console.WriteLine();
        Console.WriteLine(Measurement.Header);
        foreach (var inFlight in InFlight)
        {
            await Comparison.PrintAsync(
                [
                    new Comparison.Subject(Bare, 1, _ => BareAsync()),
                    Comparison.Subject.Of("process kept", inFlight, Call(runtime, Code)),
                    Comparison.Subject.Of(
                        "process for each run",
                        inFlight,
                        Call(runtime, UnprovenCode)
                    ),
                ],
                Bare,
                seconds,
                rounds
            );
        }

        return 0;
    }

    private static PythonRuntime Create(string path = "") =>
        new(Options.Create(new ScriptingOptions { Python = path }), TimeProvider.System);

    // The server does this once, while it starts; a path in the configuration spares the search.
    private static async Task MeasureColdStartAsync()
    {
        var interpreter = await PythonInterpreter.FindAsync("", CancellationToken.None);
        foreach (var path in new[] { "", interpreter!.Path })
        {
            var times = new List<double>();
            for (var round = 0; round < 9; round++)
            {
                var begin = Stopwatch.GetTimestamp();
                using var runtime = Create(path);
                await runtime.RunAsync(new Script(1, Code), Input, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"From no process to the first result, interpreter {(path.Length == 0 ? "searched" : "configured")}: median {times.Order().ElementAt(4):N0} ms, worst of 9 {times.Max():N0} ms"
                )
            );
        }
    }

    private static ScriptInput Input { get; } =
        new(JsonElement.Parse(Response), """{"status":200,"headers":{},"inputs":{}}"""u8.ToArray());

    private static Func<Task<Task>> Call(PythonRuntime runtime, string code)
    {
        var script = new Script(1, code);
        return async () =>
        {
            var outcome = await runtime.RunAsync(script, Input, CancellationToken.None);
            return outcome.IsSuccess
                ? Task.CompletedTask
                : throw new InvalidOperationException(outcome.Failure!.Message);
        };
    }

    /// <summary>JSON in, the function, JSON out, 20,000 times in one process that nothing contains; timed inside.</summary>
    private static async Task<Measurement> BareAsync()
    {
        const string loop = """

            import time
            times = []
            text = RESPONSE
            begin = time.perf_counter()
            for _ in range(20000):
                start = time.perf_counter()
                json.dumps(transform(json.loads(text)), ensure_ascii=False)
                times.append(time.perf_counter() - start)
            total = time.perf_counter() - begin
            times.sort()
            print(len(times) / total, times[10000] * 1000, times[19800] * 1000, total / len(times) * 1e6)
            """;
        var interpreter = await PythonInterpreter.FindAsync("", CancellationToken.None);
        using var process = interpreter!.Start($"RESPONSE = '''{Response}'''\n{Code}\n{loop}");
        var numbers = (await process.StandardOutput.ReadToEndAsync())
            .Split(' ')
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))
            .ToArray();
        return new Measurement(numbers[0], numbers[1], numbers[2], numbers[3], 0);
    }
}
