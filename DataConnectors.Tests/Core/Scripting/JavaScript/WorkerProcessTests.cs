using System.Diagnostics;
using System.Runtime.InteropServices;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.JavaScript;
using DataConnectors.Core.Scripting.JavaScript.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace DataConnectors.Tests.Core.Scripting.JavaScript;

/// <summary>The processes themselves.</summary>
[Collection<WorkersGroup>]
public sealed class WorkerProcessTests(Workers workers)
{
    // Natives are not interrupted from within: this one ends only by the kill.
    private const string Unstoppable =
        "function transform() { let g = [1]; for (let i = 0; i < 60; i++) g = [g, g]; return JSON.stringify(g); }";

    [Fact]
    public async Task A_worker_is_locked_in()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these walls.");
        Assert.Null(await workers.Runtime.FindObstacleAsync(CancellationToken.None));

        foreach (var id in workers.Runtime.WorkerIds)
        {
            var status = await File.ReadAllLinesAsync($"/proc/{id}/status");
            var limits = await File.ReadAllTextAsync($"/proc/{id}/limits");
            var session = (await File.ReadAllTextAsync($"/proc/{id}/stat"))
                .Split(") ")[1]
                .Split(' ')[3];
            var environment = (await File.ReadAllTextAsync($"/proc/{id}/environ")).Split(
                '\0',
                StringSplitOptions.RemoveEmptyEntries
            );

            Assert.Contains("Seccomp:\t2", status);
            Assert.Contains("NoNewPrivs:\t1", status);
            Assert.Equal(id.ToString(System.Globalization.CultureInfo.InvariantCulture), session);
            Assert.Matches("Max file size +0 +0", limits);
            Assert.Matches("Max core file size +0 +0", limits);
            Assert.All(
                environment,
                setting => Assert.StartsWith("DOTNET_", setting, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_worker_has_no_descriptor_of_the_server()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Read from /proc.");
        Assert.Null(await workers.Runtime.FindObstacleAsync(CancellationToken.None));

        foreach (var id in workers.Runtime.WorkerIds)
        {
            foreach (var target in Descriptors(id).Where(target => !IsPipe(target)))
            {
                Assert.Matches(@"^/dev/|\.dll$|\.so[.0-9]*$|^/memfd:|^anon_inode:", target);
            }
        }
    }

    [Fact]
    public async Task What_the_server_was_started_with_is_closed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Descriptors of this kind are Linux's.");
        var file = Path.Combine(
            AppContext.BaseDirectory,
            "DataConnectors.Sandbox.runtimeconfig.json"
        );
        using var open = File.OpenHandle(file);
        // Unlike the original, the copy is handed to every process started.
        var inherited = Duplicate((int)open.DangerousGetHandle());
        try
        {
            using var runtime = NewRuntime();
            await runtime.FindObstacleAsync(CancellationToken.None);

            Assert.DoesNotContain(file, Descriptors(runtime.WorkerIds[0]));
        }
        finally
        {
            _ = Close(inherited);
        }
    }

    [Fact]
    public async Task A_run_that_is_killed_leaves_no_process_and_others_go_on_meanwhile()
    {
        using var runtime = NewRuntime();
        await BothReadyAsync(runtime);

        var unstoppable = RunAsync(runtime, Unstoppable);
        var others = 0;
        while (!unstoppable.IsCompleted)
        {
            Assert.True((await RunAsync(runtime, "const transform = () => 1;")).IsSuccess);
            others++;
        }

        Assert.True(
            (await unstoppable).Failure!.Kind
                is ScriptFailureKind.TimedOut
                    or ScriptFailureKind.OutOfMemory
                    or ScriptFailureKind.Ended
        );
        Assert.True(others > 1);
        var all = runtime.WorkerIds;
        runtime.Dispose();
        await AssertGoneAsync(all);
    }

    [Fact]
    public async Task A_run_whose_caller_goes_away_is_killed()
    {
        using var runtime = NewRuntime();
        await runtime.FindObstacleAsync(CancellationToken.None);
        var before = runtime.WorkerIds;
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            runtime.RunAsync(
                new Script(1, "function transform() { while (true); }"),
                Workers.Input("{}"),
                cancelling.Token
            )
        );

        await AssertGoneAsync([.. before.Except(runtime.WorkerIds)]);
        Assert.True((await RunAsync(runtime, "const transform = () => 1;")).IsSuccess);
    }

    [Fact]
    public async Task A_worker_killed_from_outside_is_replaced()
    {
        using var runtime = NewRuntime();
        await runtime.FindObstacleAsync(CancellationToken.None);
        foreach (var id in runtime.WorkerIds)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True((await RunAsync(runtime, "const transform = () => 1;")).IsSuccess);
    }

    [Fact]
    public async Task A_worker_ends_with_its_server_even_while_a_script_runs()
    {
        using var process = Process.Start(
            WorkerProgram.Find(Workers.Limits, AppContext.BaseDirectory)!
        )!;
        var input = process.StandardInput.BaseStream;
        Workers.Limits.WriteTo(new FrameWriter()).SendTo(input);
        Assert.NotNull(Frames.Read(process.StandardOutput.BaseStream));
        new FrameWriter()
            .Byte((byte)WorkerRequest.Transform)
            .Int64(1)
            .Int64(1)
            .Text(Unstoppable)
            .Bytes("{}"u8)
            .Bytes("{}"u8)
            .SendTo(input);

        process.StandardInput.Close();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_missing_program_is_an_obstacle_in_plain_words()
    {
        using var runtime = new JavaScriptRuntime(
            Workers.Limits,
            maxWorkers: 1,
            Path.GetTempPath(),
            NullLogger.Instance
        );

        var obstacle = await runtime.FindObstacleAsync(CancellationToken.None);
        var failure = (await RunAsync(runtime, "const transform = () => 1;")).Failure;

        Assert.StartsWith(
            "JavaScript cannot be run on this machine",
            obstacle,
            StringComparison.Ordinal
        );
        Assert.Equal(ScriptFailureKind.Unavailable, failure?.Kind);
        Assert.Equal(obstacle, failure!.Message);
        Assert.Empty(await runtime.CheckSyntaxAsync(new Script(1, "let"), CancellationToken.None));
    }

    private static async Task BothReadyAsync(JavaScriptRuntime runtime)
    {
        var patience = Stopwatch.StartNew();
        while (runtime.WorkerIds.Count < 2)
        {
            // Whoever takes the only one at rest has the next one started.
            await runtime.FindObstacleAsync(CancellationToken.None);
            await RunAsync(runtime, "const transform = () => 1;");
            await Task.Delay(10);
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), "No second worker.");
        }
    }

    private static IReadOnlyList<string> Descriptors(int id) =>
        [
            .. new DirectoryInfo($"/proc/{id}/fd")
                .EnumerateFileSystemInfos()
                .Select(entry => entry.LinkTarget ?? ""),
        ];

    private static bool IsPipe(string target) =>
        target.StartsWith("pipe:", StringComparison.Ordinal);

    [DllImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    private static JavaScriptRuntime NewRuntime() =>
        new(Workers.Limits, maxWorkers: 2, AppContext.BaseDirectory, NullLogger.Instance);

    private static Task<DataConnectors.Core.Kernel.Outcome<ScriptRun, ScriptFailure>> RunAsync(
        JavaScriptRuntime runtime,
        string code
    ) => runtime.RunAsync(new Script(1, code), Workers.Input("{}"), CancellationToken.None);

    private static async Task AssertGoneAsync(IReadOnlyList<int> ids)
    {
        var patience = Stopwatch.StartNew();
        while (ids.Any(IsAlive))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(5), "A worker is still there.");
            await Task.Delay(10);
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
