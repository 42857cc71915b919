namespace DataConnectors.Benchmarks;

/// <summary>
/// Reads of the public API: a published server with 1,000 connectors in a process of its own, under load from another. <c>/healthz</c>
/// shows what the server costs without access tokens and database, a request that is refused for its parameter what an access token costs.
/// </summary>
internal static class PublicApiBenchmark
{
    private const int Connectors = 1000;
    private const string Bare = "/healthz";
    private static readonly int[] InFlight = [1, 16, 64];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest])
        {
            await Console.Error.WriteLineAsync(
                "usage: public-api <folder of dotnet publish DataConnectors.Web -c Release>"
            );
            return 2;
        }

        var seconds = Comparison.Option(rest, "--seconds", 3);
        var rounds = Comparison.Option(rest, "--rounds", 3);
        var data = Directory.CreateTempSubdirectory("dataconnectors-public-api-");
        try
        {
            var workspace = await SeededWorkspace.CreateAsync(
                data.FullName,
                Connectors,
                "https://api.example.com"
            );
            await using var server = await ServerProcess.StartAsync(
                Path.GetFullPath(folder),
                data.FullName,
                Unlimited
            );
            using var generator = new LoadGenerator();
            await Comparison.WarmUpAsync(
                Subjects(InFlight[^1]),
                Comparison.Option(rest, "--warm-up", Comparison.WarmRuns)
            );
            Console.WriteLine(Measurement.Header);
            foreach (var inFlight in InFlight)
            {
                await Comparison.PrintAsync(Subjects(inFlight), Bare, seconds, rounds);
            }

            return 0;

            IReadOnlyList<Comparison.Subject> Subjects(int inFlight)
            {
                return
                [
                    Read(Bare, Bare, token: null),
                    Read(
                        "access token",
                        "/data_connectors/1?state_version=none",
                        workspace.AccessToken,
                        status: 400
                    ),
                    Read("get", $"/data_connectors/{workspace.ConnectorId}", workspace.AccessToken),
                    Read("list, 20", "/data_connectors", workspace.AccessToken),
                    Read("list, 50", "/data_connectors?per_page=50", workspace.AccessToken),
                ];

                Comparison.Subject Read(
                    string name,
                    string path,
                    string? token,
                    int status = 200
                ) =>
                    generator.Subject(
                        name,
                        Load.Get(server.Address, path, token, status, inFlight),
                        () => server.CpuTime
                    );
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>Settings under which nobody is told to come back later.</summary>
    public static (string Name, string Value)[] Unlimited { get; } =
    [
        ("RateLimits:PerAppPerMinute", "100000000"),
        ("RateLimits:PerWorkspacePerMinute", "100000000"),
    ];
}
