using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DataConnectors.Tests.Support;

/// <summary>
/// The real server as a process of its own, on ports and a data folder of its own, in Development, so that journeys and crash
/// tests use what a person starts.
/// </summary>
public sealed class ConsoleProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private readonly StringBuilder output = new();
    private readonly bool ownsData;
    private Process process;

    private ConsoleProcess(
        string dataDirectory,
        bool ownsData,
        int port,
        int storePort,
        Process process
    )
    {
        DataDirectory = dataDirectory;
        this.ownsData = ownsData;
        Port = port;
        StorePort = storePort;
        this.process = process;
    }

    private string? TrustedHost { get; init; }

    /// <summary>The folder of database and keys.</summary>
    public string DataDirectory { get; }

    /// <summary>The console's port.</summary>
    public int Port { get; }

    /// <summary>The sample store's port.</summary>
    public int StorePort { get; }

    /// <summary>The console's address, without a slash at its end.</summary>
    public string Address => $"http://localhost:{Port}";

    /// <summary>The sample store's address, without a slash at its end.</summary>
    public string StoreAddress => $"http://localhost:{StorePort}";

    /// <summary>The database file.</summary>
    public string DatabasePath => Path.Combine(DataDirectory, "dataconnectors.db");

    /// <summary>What the process has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts a server on an empty data folder and waits until it is ready.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="trustedHost">A host that it may call beside the sample store; null for none.</param>
    public static async Task<ConsoleProcess> StartAsync(
        string environment = "Development",
        string? trustedHost = null
    )
    {
        var dataDirectory = Directory.CreateTempSubdirectory("dataconnectors-").FullName;
        var console = new ConsoleProcess(
            dataDirectory,
            ownsData: true,
            FreePort(),
            FreePort(),
            new Process()
        )
        {
            TrustedHost = trustedHost,
        };
        await console.LaunchAsync(environment);
        return console;
    }

    /// <summary>Ends the process as a power cut would: SIGKILL, nothing flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same data and the same ports.</summary>
    public Task RestartAsync(string environment = "Development") => LaunchAsync(environment);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
        if (ownsData)
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
    }

    private async Task LaunchAsync(string environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DataConnectors.Web.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Checkout.WebProject,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["DataDirectory"] = DataDirectory,
                ["SampleStore__Url"] = StoreAddress,
                ["Egress__TrustedHosts__0"] = $"localhost:{StorePort}",
            },
            ArgumentList = { program, "--urls", Address },
        };
        if (TrustedHost is not null)
        {
            start.Environment["Egress__TrustedHosts__1"] = TrustedHost;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartTimeout)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException(
                    $"The server ended with code {process.ExitCode}:\n{Output}"
                );
            }

            try
            {
                using var answer = await client.GetAsync(new Uri(Address + "/healthz"));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The server was not ready within {StartTimeout}:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.AppendLine(CultureInfo.InvariantCulture, $"{line}");
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
