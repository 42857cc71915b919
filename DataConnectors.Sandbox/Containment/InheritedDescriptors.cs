namespace DataConnectors.Sandbox.Containment;

/// <summary>Closes what the server, or who started it, had open and did not mark as its own.</summary>
internal static class InheritedDescriptors
{
    private const string Descriptors = "/proc/self/fd";

    public static void Close()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Descriptors))
        {
            return;
        }

        var open = new DirectoryInfo(Descriptors)
            .EnumerateFileSystemInfos()
            .Select(entry =>
                (
                    Number: int.Parse(
                        entry.Name,
                        System.Globalization.CultureInfo.InvariantCulture
                    ),
                    Target: entry.LinkTarget ?? ""
                )
            )
            .Where(descriptor => descriptor.Number > 2)
            .ToList();
        foreach (var (number, target) in open)
        {
            var isWholePipe = open.Count(other => other.Target == target) > 1;
            if (!IsOfTheRuntime(target, isWholePipe))
            {
                _ = NativeMethods.Close(number);
            }
        }
    }

    // The runtime holds its libraries, a piece of memory without a name, and pipes of which it has both ends.
    private static bool IsOfTheRuntime(string target, bool isWholePipe) =>
        target.EndsWith(".dll", StringComparison.Ordinal)
        || target.EndsWith(".so", StringComparison.Ordinal)
        || target.StartsWith("/memfd:", StringComparison.Ordinal)
        || target.StartsWith("/dev/", StringComparison.Ordinal)
        || target.StartsWith("anon_inode:", StringComparison.Ordinal)
        || target.StartsWith("/proc/", StringComparison.Ordinal)
        || (target.StartsWith("pipe:", StringComparison.Ordinal) && isWholePipe);
}
