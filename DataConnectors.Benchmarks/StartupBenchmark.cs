using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace DataConnectors.Benchmarks;

/// <summary>How long a published build takes from process start until it is ready, on an empty data folder and on a used one.</summary>
internal static class StartupBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            await Console.Error.WriteLineAsync(
                "usage: startup <folder of dotnet publish DataConnectors.Web -c Release>"
            );
            return 2;
        }

        Console.WriteLine("| data folder | start to ready, ms (median of 5) |");
        Console.WriteLine("|---|---:|");
        var data = Directory.CreateTempSubdirectory("dataconnectors-startup-");
        try
        {
            var empty = new List<double>();
            var used = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var fresh = Path.Combine(data.FullName, $"{round}");
                empty.Add(await StartAsync(folder, fresh));
                used.Add(await StartAsync(folder, fresh));
            }

            Write("empty", empty);
            Write("used", used);
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static void Write(string name, List<double> rounds) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {rounds.Order().ElementAt(rounds.Count / 2):N0} |"
            )
        );

    private static async Task<double> StartAsync(string folder, string data)
    {
        const string address = "http://127.0.0.1:5481";
        using var client = new HttpClient();
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    Path.Combine(folder, "DataConnectors.Web.dll"),
                    "--urls",
                    address,
                },
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DataDirectory"] = data },
            }
        )!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!await IsReadyAsync(client, address + "/healthz"))
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException(
                        $"The server ended with code {process.ExitCode}."
                    );
                }

                await Task.Delay(5);
            }

            return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, string url)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(url));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
