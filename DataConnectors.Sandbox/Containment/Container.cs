using System.Reflection;

namespace DataConnectors.Sandbox.Containment;

/// <summary>
/// The walls around this process. The first is that scripts have no way to anything of .NET; the memory limit of the runtime and the
/// server's deadline bound what they can waste; what is built here is for the day on which the interpreter itself has a hole.
/// </summary>
internal static class Container
{
    private const int NoNewPrivileges = 38;

    private const int ProcessorTime = 0;
    private const int FileSize = 1;
    private const int CoreSize = 4;
    private const int OpenFiles = 7;

    // Many times what a worker uses before the server replaces it: this is for one that the server has lost.
    private const nuint ProcessorSeconds = 600;

    // The libraries loaded ahead stay open, and every thread of the runtime has a pipe of its own.
    private const nuint MaxOpenFiles = 512;

    /// <summary>Before anything was read: a session of its own.</summary>
    public static void Separate()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = NativeMethods.StartSession();
        }
    }

    /// <summary>
    /// Loads what would otherwise be loaded when first used, since no file can be opened later: every library that the interpreter may
    /// come to need, and the time zones.
    /// </summary>
    public static void LoadEverything()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Load(typeof(Container).Assembly, seen);
        _ = TimeZoneInfo.GetSystemTimeZones();
        _ = TimeZoneInfo.Local;
    }

    /// <summary>
    /// Closes the door: no file, socket, process or signal to another process from here on. NPROC is left alone, since it counts all
    /// processes of the user and not those of this one; the filter refuses new processes.
    /// </summary>
    /// <returns>Whether the kernel's filter holds. It cannot elsewhere than on Linux.</returns>
    public static bool Lock()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        Limit(FileSize, 0);
        Limit(CoreSize, 0);
        Limit(ProcessorTime, ProcessorSeconds);
        Limit(OpenFiles, MaxOpenFiles);
        return NativeMethods.ProcessControl(NoNewPrivileges, 1, 0, 0, 0) == 0
            && SystemCallFilter.Install();
    }

    /// <summary>
    /// Does what the runtime does by itself sooner or later. Were the filter too strict for it, the process would end here, before it
    /// says that it is ready, and not in somebody's run.
    /// </summary>
    public static void Try()
    {
        var thread = new Thread(static () => GC.Collect());
        thread.Start();
        thread.Join();
    }

    private static void Limit(int resource, nuint value) =>
        _ = NativeMethods.SetResourceLimit(resource, new ResourceLimit(value, value));

    private static void Load(Assembly assembly, HashSet<string> seen)
    {
        foreach (var name in assembly.GetReferencedAssemblies())
        {
            if (seen.Add(name.FullName))
            {
                Load(Assembly.Load(name), seen);
            }
        }
    }
}
