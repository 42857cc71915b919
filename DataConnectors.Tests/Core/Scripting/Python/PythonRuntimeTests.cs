using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.Python;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>How the runtime behaves around the runs: many at once, cancelled, without Python, without its server.</summary>
[Collection("Python")]
public sealed class PythonRuntimeTests(PythonMachine python)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Endless = "def transform(response):\n    while True: pass";

    [Fact]
    public async Task Cancelling_a_run_kills_it_at_once()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var begin = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            python.RunAsync(Endless, cancellationToken: cancellation.Token)
        );

        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task Endless_code_of_one_connector_leaves_room_for_another()
    {
        PythonMachine.SkipWithoutPython();
        using var runtime = PythonMachine.Create(new ScriptingOptions { MaxWorkers = 2 });
        using var cancellation = new CancellationTokenSource();
        Assert.Null(await runtime.FindObstacleAsync(CancellationToken.None));
        Task[] endless =
        [
            .. Enumerable
                .Range(0, 10)
                .Select(_ =>
                    PythonMachine.RunAsync(runtime, Endless, cancellationToken: cancellation.Token)
                ),
        ];

        var begin = Stopwatch.GetTimestamp();
        var other = await PythonMachine.RunAsync(
            runtime,
            "def transform(response):\n    return 1",
            owner: 2
        );

        Assert.Equal("1", PythonMachine.Result(other));
        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, ScriptLimits.Time);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(endless));
    }

    [Fact]
    public async Task Many_runs_of_many_scripts_at_once_each_get_their_own_answer()
    {
        PythonMachine.SkipWithoutPython();
        using var runtime = PythonMachine.Create(new ScriptingOptions { MaxWorkers = 4 });
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 300),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (run, cancellationToken) =>
            {
                var script = run % 6;
                var outcome = await PythonMachine.RunAsync(
                    runtime,
                    $"def transform(response):\n    return [{script}, response]",
                    $"{run}",
                    owner: script,
                    cancellationToken: cancellationToken
                );
                Assert.Equal($"[{script},{run}]", PythonMachine.Result(outcome));
            }
        );
    }

    [Fact]
    public async Task Without_an_interpreter_nothing_runs_and_the_reason_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the reason is another.");
        using var runtime = PythonMachine.Create(
            new ScriptingOptions { Python = "/nowhere/python3" }
        );

        var obstacle = await runtime.FindObstacleAsync(CancellationToken.None);
        var outcome = await PythonMachine.RunAsync(
            runtime,
            "def transform(response):\n    return 1"
        );

        Assert.Equal(
            "Scripting:Python is set to /nowhere/python3, which is no Python 3.9 or later. Correct it, or install python3.",
            obstacle
        );
        Assert.Equal(ScriptFailureKind.Unavailable, outcome.Failure!.Kind);
        Assert.Equal(obstacle, outcome.Failure.Message);
        Assert.Empty(await runtime.CheckSyntaxAsync(new Script(1, "("), CancellationToken.None));
    }

    [Fact]
    public async Task Workers_end_with_their_server_even_in_the_middle_of_a_run()
    {
        PythonMachine.SkipWithoutPython();
        var interpreter = await PythonInterpreter.FindAsync("", CancellationToken.None);
        using var process = interpreter!.Start(PythonSources.Bootstrap);
        var server = process.StandardInput.BaseStream;
        await server.WriteAsync(WithLength([], PythonSources.Worker));
        await server.WriteAsync(Message('B', PythonMessages.Bind(Endless)));
        await server.WriteAsync(
            Message(
                'R',
                PythonMessages.Run(new ScriptInput(JsonElement.Parse("1"), "{}"u8.ToArray()))
            )
        );
        await server.FlushAsync();
        var session = process.Id;
        await WaitUntilAsync(() =>
            PythonProcesses
                .All()
                .Any(found => found.Session == session && found.Id != session && found.State == "R")
        );

        // As the kernel does when a server is killed.
        server.Close();

        await PythonProcesses.WaitForEndAsync([session]);
        Assert.Empty(PythonProcesses.Describe([session]));
    }

    [Fact]
    public async Task A_run_that_dies_while_it_takes_its_request_has_ended_at_once()
    {
        PythonMachine.SkipWithoutPython();
        var interpreter = await PythonInterpreter.FindAsync("", CancellationToken.None);
        using var process = interpreter!.Start(PythonSources.Bootstrap);
        try
        {
            var server = process.StandardInput.BaseStream;
            var answers = process.StandardOutput.BaseStream;
            await server.WriteAsync(WithLength([], PythonSources.Worker));
            await server.WriteAsync(Message('B', PythonMessages.Bind(Endless)));
            var session = process.Id;
            int? run = null;
            await WaitUntilAsync(() =>
                (
                    run = PythonProcesses
                        .All()
                        .FirstOrDefault(found => found.Session == session && found.Id != session)
                        ?.Id
                )
                    is not null
            );
            // More than a pipe holds, and a part of it has already been handed over.
            var text = JsonElement.Parse($"\"{new string('x', 512 * 1024)}\"");
            var message = Message('R', PythonMessages.Run(new ScriptInput(text, "{}"u8.ToArray())));
            await server.WriteAsync(message.AsMemory(0, 200 * 1024));
            await server.FlushAsync();

            using var found = Process.GetProcessById(run!.Value);
            found.Kill();
            await server.WriteAsync(message.AsMemory(200 * 1024)).AsTask().WaitAsync(Patience);
            var outcome = await Task.Run(() =>
                {
                    // Its greeting and what it says of the script come first.
                    ReadOutcome(answers);
                    ReadOutcome(answers);
                    return ReadOutcome(answers);
                })
                .WaitAsync(Patience);

            Assert.Equal(PythonOutcome.Ended, outcome);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Disposing_the_runtime_ends_every_worker()
    {
        PythonMachine.SkipWithoutPython();
        using var program = await MarkedPython.CreateAsync();
        using var runtime = program.CreateRuntime();
        Assert.True(
            (
                await PythonMachine.RunAsync(runtime, "def transform(response):\n    return 1")
            ).IsSuccess
        );
        var sessions = PythonProcesses.Of(program);

        runtime.Dispose();
        await PythonProcesses.WaitForEndAsync(sessions);

        var after = await PythonMachine.RunAsync(runtime, Endless);
        Assert.Equal(ScriptFailureKind.Unavailable, after.Failure!.Kind);
        Assert.NotEmpty(sessions);
        Assert.Empty(PythonProcesses.Describe(sessions));
    }

    private static PythonOutcome ReadOutcome(Stream answers)
    {
        var head = new byte[45];
        answers.ReadExactly(head);
        var printed = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(37));
        var text = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(41));
        answers.ReadExactly(new byte[printed + text + 1]);
        return (PythonOutcome)head[16];
    }

    private static byte[] Message(char kind, byte[] message)
    {
        message[0] = (byte)kind;
        WithLength([], message[PythonWorker.HeadRoom..])
            .AsSpan(0, 4)
            .CopyTo(message.AsSpan(PythonWorker.HeadRoom - 4));
        return message;
    }

    private static byte[] WithLength(byte[] head, byte[] body) =>
        [
            .. head,
            (byte)(body.Length >> 24),
            (byte)(body.Length >> 16),
            (byte)(body.Length >> 8),
            (byte)body.Length,
            .. body,
        ];

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (!condition())
        {
            await Task.Delay(20, deadline.Token);
        }
    }
}
