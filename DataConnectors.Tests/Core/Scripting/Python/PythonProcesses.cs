using System.Globalization;

namespace DataConnectors.Tests.Core.Scripting.Python;

/// <summary>Looks in procfs for workers and what they started.</summary>
internal static class PythonProcesses
{
    /// <summary>The sessions that workers of this program lead.</summary>
    public static IReadOnlyList<int> Of(MarkedPython program) =>
        [
            .. All()
                .Where(process =>
                    process.Parent == Environment.ProcessId
                    && CommandLine(process.Id).StartsWith(program.Path, StringComparison.Ordinal)
                )
                .Select(process => process.Id),
        ];

    /// <summary>Who is left of these sessions, and any worker that has lost its server.</summary>
    public static IReadOnlyList<string> Describe(IReadOnlyList<int> sessions) =>
        [
            .. All()
                .Where(process =>
                    process.State != "Z"
                    && (
                        sessions.Contains(process.Session)
                        || process.Parent == 1 && IsWorker(process.Id)
                    )
                )
                .Select(process => $"{process} {CommandLine(process.Id)}"),
        ];

    /// <summary>Waits until none of them is left, or so long that none will end any more.</summary>
    public static async Task WaitForEndAsync(IReadOnlyList<int> sessions)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Describe(sessions).Count > 0 && !deadline.IsCancellationRequested)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>All processes that can be seen now.</summary>
    public static IEnumerable<PythonProcess> All() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(Read)
            .OfType<PythonProcess>();

    private static PythonProcess? Read(string? id)
    {
        try
        {
            // The name stands in brackets and may itself hold anything.
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
            return new PythonProcess(Number(id!), fields[0], Number(fields[1]), Number(fields[3]));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsWorker(int id) =>
        CommandLine(id).Contains("package.zygote", StringComparison.Ordinal);

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

internal sealed record PythonProcess(int Id, string State, int Parent, int Session);
