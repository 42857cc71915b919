using System.Globalization;

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
            .Select(entry => new Descriptor(entry.Name, entry.LinkTarget ?? ""))
            .ToList();
        var standard = open.Where(descriptor => descriptor.Number <= 2)
            .Select(descriptor => descriptor.Target)
            .ToHashSet(StringComparer.Ordinal);
        // A pipe of which this process has both ends leads nowhere else: the runtime has some. The others are somebody's.
        var whole = open.GroupBy(descriptor => descriptor.Target, StringComparer.Ordinal)
            .Where(pipe => pipe.Any(end => end.IsWritten()) && pipe.Any(end => !end.IsWritten()))
            .Select(pipe => pipe.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (name, target) in open)
        {
            if (!standard.Contains(target) && !whole.Contains(target) && !IsOfTheRuntime(target))
            {
                _ = NativeMethods.Close(int.Parse(name, CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool IsOfTheRuntime(string target) =>
        target.EndsWith(".dll", StringComparison.Ordinal)
        || target.EndsWith(".so", StringComparison.Ordinal)
        || target.StartsWith("/memfd:", StringComparison.Ordinal)
        || target.StartsWith("/dev/", StringComparison.Ordinal)
        || target.StartsWith("anon_inode:", StringComparison.Ordinal)
        || target.StartsWith("/proc/", StringComparison.Ordinal);

    private sealed record Descriptor(string Name, string Target)
    {
        private const int AccessMode = 3;

        public int Number { get; } = int.Parse(Name, CultureInfo.InvariantCulture);

        /// <summary>Whether it is open for writing; the kernel tells in the last digit of the octal flags.</summary>
        public bool IsWritten()
        {
            try
            {
                var flags = File.ReadLines($"/proc/self/fdinfo/{Name}")
                    .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
                return (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & AccessMode) != 0;
            }
            catch (IOException)
            {
                // The one through which the folder was read; it is closed by now.
                return false;
            }
        }
    }
}
