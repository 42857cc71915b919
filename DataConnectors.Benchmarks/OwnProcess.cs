using System.Diagnostics;

namespace DataConnectors.Benchmarks;

/// <summary>
/// This program started once more, for another part: with garbage and threads of its own, so that they are not those measured. It ends when
/// its standard input does, which it does when the program that started it ends.
/// </summary>
internal sealed class OwnProcess : IDisposable
{
    private readonly Process process;

    private OwnProcess(Process process) => this.process = process;

    /// <summary>The processor time it has used so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the part with these arguments.</summary>
    public static OwnProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new OwnProcess(Process.Start(start)!);
    }

    /// <summary>Says a line to it.</summary>
    public Task WriteLineAsync(string line) => process.StandardInput.WriteLineAsync(line);

    /// <summary>The next line it says.</summary>
    public async Task<string> ReadLineAsync() =>
        await process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException("The process ended before it answered.");

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
