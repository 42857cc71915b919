using System.Diagnostics;
using System.Globalization;

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
        var begin = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.StartAsync(folder, data);
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }
}
