using System.Runtime.InteropServices;

namespace DataConnectors.Core.Scripting.Workers;

/// <summary>Ends a process together with everything it started.</summary>
internal static class ProcessGroup
{
    private const int KillSignal = 9;

    /// <summary>Kills the process and the group it leads, at once and without a chance to object. Unix only.</summary>
    public static void Kill(int processId)
    {
        // The group first: it does not exist yet in the first instants of the process.
        _ = NativeKill(-processId, KillSignal);
        _ = NativeKill(processId, KillSignal);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int processId, int signal);
}
