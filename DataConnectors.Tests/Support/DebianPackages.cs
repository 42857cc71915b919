using System.Diagnostics;

namespace DataConnectors.Tests.Support;

/// <summary>Installs what a test needs of the machine, where that can be done without asking: on Debian, as root.</summary>
internal static class DebianPackages
{
    // Two installations at once would wait for each other's lock, and one of them give up.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Installs a package; does nothing elsewhere. Whether it is there now is for the caller to see.</summary>
    public static async Task InstallAsync(string package)
    {
        if (
            !File.Exists("/usr/bin/apt-get")
            || !string.Equals(Environment.UserName, "root", StringComparison.Ordinal)
        )
        {
            return;
        }

        await OneAtATime.WaitAsync();
        try
        {
            await RunAsync("update -qq");
            await RunAsync($"install -y -qq --no-install-recommends {package}");
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task RunAsync(string arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("/usr/bin/apt-get", arguments)
            {
                Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
            }
        )!;
        await process.WaitForExitAsync();
    }
}
