using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.Python;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>
/// Snippets that attack the runtime. Each has to end as its first line says, with this process unharmed, nothing read, nothing
/// connected to, nothing written, and the next run right.
/// </summary>
[Collection("Python")]
public sealed class HostilePythonTests(HostilePythonTests.Attack attack)
    : IClassFixture<HostilePythonTests.Attack>
{
    // What the runtime itself may add to the limit of a run.
    internal static readonly TimeSpan Longest = ScriptLimits.Time + TimeSpan.FromMilliseconds(500);

    public static TheoryData<string> Snippets { get; } =
        new(HostileSnippet.All.Select(snippet => snippet.Name));

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippet_ends_as_its_first_line_says(string name)
    {
        var (snippet, outcome, duration, next) = attack.Ended[name];

        Assert.True(
            snippet.Verdict.Split("-or-").Any(verdict => Is(outcome, verdict)),
            $"Expected {snippet.Verdict}, met {Describe(outcome)}"
        );
        Assert.DoesNotContain(attack.Canary, Describe(outcome), StringComparison.Ordinal);
        Assert.DoesNotContain("/usr/lib", Describe(outcome), StringComparison.Ordinal);
        Assert.InRange(duration, TimeSpan.Zero, Longest);
        Assert.Equal("""{"same":true}""", PythonMachine.Result(next));
    }

    [Fact]
    public void Nothing_is_left_of_any_of_them()
    {
        PythonMachine.SkipWithoutPython();
        Assert.False(attack.HasConnection);
        Assert.Empty(Directory.GetFiles("/var/tmp", "dc_pwned*"));
        Assert.Empty(attack.NewFiles);
        Assert.Equal("", string.Join('\n', attack.Survivors));
    }

    private static bool Is(Outcome<ScriptRun, ScriptFailure> outcome, string verdict)
    {
        var failure = outcome.Failure;
        return verdict switch
        {
            "contained" or "documented" or "ok-as-data" => true,
            "ok" => failure is null,
            "timeout" => failure?.Kind == ScriptFailureKind.TimedOut,
            "truncated" => failure is null && outcome.Value.Report.IsPrintedTruncated,
            "memory" => failure?.Kind == ScriptFailureKind.OutOfMemory,
            "error" or "error, documented" => failure is not null,
            "error invalid-json" => failure?.Kind == ScriptFailureKind.NotJson,
            "error output-too-large" => failure?.Kind == ScriptFailureKind.TooLarge,
            "error missing-function" => failure?.Kind == ScriptFailureKind.MissingFunction,
            "error exited" => failure?.Kind == ScriptFailureKind.Ended,
            "error recursion" => failure?.Kind == ScriptFailureKind.Raised
                && failure.Message.StartsWith("RecursionError", StringComparison.Ordinal),
            _ when verdict.StartsWith("error ", StringComparison.Ordinal) => failure?.Kind
                == ScriptFailureKind.Raised
                && failure.Message.StartsWith(verdict["error ".Length..], StringComparison.Ordinal),
            _ when verdict.StartsWith("ok ", StringComparison.Ordinal) => failure is null
                && JsonElement.DeepEquals(
                    outcome.Value.Result,
                    JsonElement.Parse(verdict["ok ".Length..])
                ),
            _ => throw new InvalidOperationException($"No such verdict: {verdict}"),
        };
    }

    private static string Describe(Outcome<ScriptRun, ScriptFailure> outcome) =>
        outcome.TryGet(out var run, out var failure)
            ? run.Result.GetRawText() + run.Report.Printed
            : $"{failure.Kind}: {failure.Message} {failure.Summary} {failure.Report.Printed}";

    internal sealed record Ending(
        HostileSnippet Snippet,
        Outcome<ScriptRun, ScriptFailure> Outcome,
        TimeSpan Duration,
        Outcome<ScriptRun, ScriptFailure> Next
    );

    /// <summary>Runs them all, a few at a time since many of them wait for their deadline, and keeps how each ended.</summary>
    public sealed class Attack : IAsyncLifetime
    {
        private static readonly string Identity = HostileSnippet
            .All.Single(snippet => snippet.Name == "ok_01_identity")
            .Code;

        public string Canary { get; } = $"canary-{Random.Shared.NextInt64():x}";

        public bool HasConnection { get; private set; }

        public IReadOnlyList<string> NewFiles { get; private set; } = [];

        public IReadOnlyList<string> Survivors { get; private set; } = [];

        internal ConcurrentDictionary<string, Ending> Ended { get; } = new(StringComparer.Ordinal);

        public async ValueTask InitializeAsync()
        {
            PythonMachine.SkipWithoutPython();
            var canaryFile = Path.GetTempFileName();
            await File.WriteAllTextAsync(canaryFile, Canary);
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            Environment.SetEnvironmentVariable("DC_CANARY", Canary);
            Environment.SetEnvironmentVariable("DC_CANARY_FILE", canaryFile);
            Environment.SetEnvironmentVariable(
                "DC_CANARY_PORT",
                $"{((IPEndPoint)listener.LocalEndpoint).Port}"
            );
            var files = Directory.GetFiles(Environment.CurrentDirectory);

            using var python = await MarkedPython.CreateAsync();
            var runtime = python.CreateRuntime(maxWorkers: 6);
            Assert.Null(await runtime.FindObstacleAsync(CancellationToken.None));
            await Parallel.ForEachAsync(
                HostileSnippet.All,
                new ParallelOptions { MaxDegreeOfParallelism = 3 },
                async (snippet, _) => Ended[snippet.Name] = await EndAsync(runtime, snippet)
            );

            var workers = PythonProcesses.Of(python);
            runtime.Dispose();
            await PythonProcesses.WaitForEndAsync(workers);
            Survivors = PythonProcesses.Describe(workers);
            HasConnection = listener.Pending();
            NewFiles = [.. Directory.GetFiles(Environment.CurrentDirectory).Except(files)];
            File.Delete(canaryFile);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static async Task<Ending> EndAsync(PythonRuntime runtime, HostileSnippet snippet)
        {
            var (outcome, duration) = await TimeAsync(runtime, snippet);
            for (var again = 0; again < 2 && duration > Longest; again++)
            {
                // A machine that is busy with other things may be late; the runtime would be late each time.
                (outcome, duration) = await TimeAsync(runtime, snippet);
            }

            var next = await PythonMachine.RunAsync(runtime, Identity, owner: 3);
            return new Ending(snippet, outcome, duration, next);
        }

        private static async Task<(Outcome<ScriptRun, ScriptFailure>, TimeSpan)> TimeAsync(
            PythonRuntime runtime,
            HostileSnippet snippet
        )
        {
            var begin = Stopwatch.GetTimestamp();
            var outcome = await PythonMachine.RunAsync(runtime, snippet.Code, owner: 2);
            return (outcome, Stopwatch.GetElapsedTime(begin));
        }
    }
}
