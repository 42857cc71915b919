using System.Text;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>What can keep Python from being run here.</summary>
internal static class PythonObstacles
{
    public const string NoLinux =
        "Python code runs on Linux only: its sandbox is made of what the Linux kernel offers. Use the table view.";

    public const string DoesNotStart =
        "Python was found but does not start. Reinstall it, or set Scripting:Python to another one.";

    public const string Stopping = "The server is shutting down. Try again once it is back.";

    private const string Held = "null";

    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(10);

    public static string NoPython(string configured) =>
        configured.Length == 0
            ? "No Python 3.9 or later was found on this machine. Install python3, or set Scripting:Python."
            : $"Scripting:Python is set to {configured}, which is no Python 3.9 or later. Correct it, or install python3.";

    /// <summary>Tries in a real worker whether the kernel refuses what it must; null when it does.</summary>
    public static async Task<string?> FindAsync(
        PythonSpares spares,
        CancellationToken cancellationToken
    )
    {
        if (await spares.TakeAsync() is not { } worker)
        {
            return DoesNotStart;
        }

        var answer = await worker.SendAsync(
            'T',
            PythonMessages.Test(),
            TestLimit,
            cancellationToken
        );
        spares.GiveBack(worker);
        return answer is not null && Encoding.UTF8.GetString(answer.Text) == Held
            ? null
            : "Python code cannot be contained on this machine: its kernel or its container does not let the sandbox be built. "
                + "Allow seccomp filters, on x86-64 or ARM64. Use the table view until then.";
    }
}
