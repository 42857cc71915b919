using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace DataConnectors.Tests.Cli;

/// <summary>The original's command-line client, as npm installs it and unchanged, in a folder that tests of later runs use again.</summary>
internal sealed class IntercomCli(string program, string address, string token)
{
    private const string Package = "@intercom/cli";
    private const string Version = "0.9.0";
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RunTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Installs it where it is not yet; skips the test where that is not possible.</summary>
    public static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"dataconnectors-intercom-cli-{Version}");
        var program = Path.Combine(folder, "node_modules", "@intercom", "cli", "dist", "index.js");
        if (File.Exists(program))
        {
            return program;
        }

        // Only a whole installation gets the name that the next run looks for.
        var unfinished = Directory.CreateTempSubdirectory("dataconnectors-intercom-cli-").FullName;
        string[] arguments =
        [
            "install",
            $"{Package}@{Version}",
            "--prefix",
            unfinished,
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ];
        var install = await StartAsync(
            "npm",
            arguments,
            new Dictionary<string, string>(),
            InstallTimeout
        );
        Assert.SkipWhen(
            install is not { ExitCode: 0 },
            $"npm could not install {Package}@{Version}: {install?.Errors ?? "there is no npm, or it took too long."}"
        );
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (File.Exists(program))
        {
            // Another run was faster.
            Directory.Delete(unfinished, recursive: true);
        }

        return program;
    }

    /// <summary>Runs a command and gives what it prints; what it complains of ends the test.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var run = await TryAsync(arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)}: {run.Errors}{run.Output}");
        return run.Output;
    }

    /// <summary>Runs a command that prints JSON.</summary>
    public async Task<JsonElement> RunForJsonAsync(params string[] arguments) =>
        JsonElement.Parse(await RunAsync([.. arguments, "--json"]));

    /// <summary>Runs a command, whatever comes of it.</summary>
    public async Task<CliRun> TryAsync(params string[] arguments)
    {
        var home = Directory.CreateTempSubdirectory("dataconnectors-intercom-home-");
        try
        {
            var run = await StartAsync(
                "node",
                [program, .. arguments],
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["INTERCOM_API_BASE_URL"] = address,
                    ["INTERCOM_TOKEN"] = token,
                    ["INTERCOM_CONFIG_DIR"] = home.FullName,
                    ["HOME"] = home.FullName,
                },
                RunTimeout
            );
            Assert.SkipWhen(run is null, "There is no node, or it took too long.");
            return run!;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    // Null where there is no such program, or it took too long.
    private static async Task<CliRun?> StartAsync(
        string command,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan timeout
    )
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(timeout);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(patience.Token);
                var errors = process.StandardError.ReadToEndAsync(patience.Token);
                await process.WaitForExitAsync(patience.Token);
                return new CliRun(process.ExitCode, await output, await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>What came of a command.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it complained of.</param>
internal sealed record CliRun(int ExitCode, string Output, string Errors);
