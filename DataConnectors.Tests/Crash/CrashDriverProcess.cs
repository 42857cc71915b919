using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Crash;

/// <summary>Something that a process promised to have stored.</summary>
/// <param name="Kind">What: connector, draft, version, conversation, execution.</param>
/// <param name="Id">Its id.</param>
/// <param name="Number">The revision, the version's number, or 1 for an execution that succeeded.</param>
public sealed record Acknowledgement(string Kind, long Id, long Number);

/// <summary>
/// A process of its own that runs the real features under load and prints what it has promised; see <c>crash-driver</c> in
/// DataConnectors.Benchmarks.
/// </summary>
internal sealed class CrashDriverProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<Acknowledgement> acknowledged = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Process process;

    private CrashDriverProcess(Process process) => this.process = process;

    /// <summary>What it has promised so far, in order.</summary>
    public IReadOnlyList<Acknowledgement> Acknowledged => [.. acknowledged];

    /// <summary>What it has complained of.</summary>
    public string Errors => string.Join('\n', errors);

    /// <summary>Whether it ended by itself, which it should not.</summary>
    public bool HasExited => process.HasExited;

    public static CrashDriverProcess Start(string dataDirectory, int round) =>
        Start(
            "crash-driver",
            "--data",
            dataDirectory,
            "--seed",
            round.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>Starts a verb of the program; see <c>Program.cs</c> in DataConnectors.Benchmarks.</summary>
    public static CrashDriverProcess Start(params ReadOnlySpan<string> verb)
    {
        var started = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList = { ProgramPath() },
            },
        };
        foreach (var argument in verb)
        {
            started.StartInfo.ArgumentList.Add(argument);
        }

        var driver = new CrashDriverProcess(started);
        started.OutputDataReceived += (_, line) => driver.Read(line.Data);
        started.ErrorDataReceived += (_, line) => driver.errors.Enqueue(line.Data ?? "");
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return driver;
    }

    /// <summary>SIGKILL, now; <see cref="KillAsync"/> waits for the end of it.</summary>
    public void Kill() => process.Kill();

    /// <summary>SIGKILL; returns when everything it had printed is read.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Read(string? line)
    {
        // A line that was cut off by the kill is no promise: its last word may be missing digits.
        if (line?.Split(' ') is ["ack", var kind, var id, var number, "."])
        {
            acknowledged.Enqueue(
                new Acknowledgement(
                    kind,
                    long.Parse(id, CultureInfo.InvariantCulture),
                    long.Parse(number, CultureInfo.InvariantCulture)
                )
            );
        }
    }

    /// <summary>The driver as built beside the tests, in the same configuration.</summary>
    private static string ProgramPath()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(
            Checkout.Root,
            "DataConnectors.Benchmarks",
            "bin",
            output.Parent!.Name,
            output.Name,
            "DataConnectors.Benchmarks.dll"
        );
    }
}
