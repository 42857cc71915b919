using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>How a worker is started: the program beside the server, in the runtime that the server itself runs in.</summary>
internal static class WorkerProgram
{
    private const string Name = "DataConnectors.Sandbox";

    // The interpreter holds 5 MiB without a script; the rest is for compiled code that is kept and for the collector's own tables.
    private const long BareBytes = 24 * 1024 * 1024;

    /// <summary>The program; null when it is not there.</summary>
    public static ProcessStartInfo? Find(WorkerLimits limits, string directory)
    {
        var library = Path.Combine(directory, Name + ".dll");
        var start =
            Muxer() is { } muxer && File.Exists(library)
                ? new ProcessStartInfo(muxer) { ArgumentList = { library } }
                : ApplicationHost(directory);
        if (start is null)
        {
            return null;
        }

        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = directory;
        start.Environment.Clear();
        foreach (var (name, value) in Settings(limits))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // Nothing of the server's environment, only what the runtime has to be told before it starts.
    private static Dictionary<string, string> Settings(WorkerLimits limits)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_GCHeapHardLimit"] = (BareBytes + limits.MemoryBytes).ToString(
                "X",
                CultureInfo.InvariantCulture
            ),
            // Otherwise it opens a socket in the directory for temporary files.
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        // Where the server does without ICU, because the machine has none, so does the worker.
        if (
            AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant)
            && isInvariant
        )
        {
            settings["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        }

        return settings;
    }

    // The runtime lies in shared/Microsoft.NETCore.App/<version> below what starts programs.
    private static string? Muxer()
    {
        var path = Path.GetFullPath(
            Path.Combine(
                RuntimeEnvironment.GetRuntimeDirectory(),
                "..",
                "..",
                "..",
                OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
            )
        );
        return File.Exists(path) ? path : null;
    }

    // A server that brings its own runtime has no such program.
    private static ProcessStartInfo? ApplicationHost(string directory)
    {
        var path = Path.Combine(directory, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        return File.Exists(path) ? new ProcessStartInfo(path) : null;
    }
}
