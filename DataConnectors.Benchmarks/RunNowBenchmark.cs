namespace DataConnectors.Benchmarks;

/// <summary>
/// Runs through the public API against a fast loopback API, beside a bare proxy that makes the same call for the same request. A run
/// is answered when its record is durable. All four – generator, server, proxy, API – are processes of their own and share the machine.
/// </summary>
internal static class RunNowBenchmark
{
    private const string Bare = "bare proxy";
    private const string Body = """{"inputs":{"order_id":1001}}""";
    private static readonly int[] InFlight = [1, 16, 64];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest])
        {
            await Console.Error.WriteLineAsync(
                "usage: run-now <folder of dotnet publish DataConnectors.Web -c Release>"
            );
            return 2;
        }

        var seconds = Comparison.Option(rest, "--seconds", 3);
        var rounds = Comparison.Option(rest, "--rounds", 3);
        var data = Directory.CreateTempSubdirectory("dataconnectors-run-now-");
        try
        {
            using var api = await LoopbackServer.StartAsync();
            using var proxy = await PassThroughProxy.StartAsync(api.Address + "/orders/1001");
            var workspace = await SeededWorkspace.CreateAsync(
                data.FullName,
                connectors: 1,
                api.Address
            );
            await using var server = await ServerProcess.StartAsync(
                Path.GetFullPath(folder),
                data.FullName,
                [
                    .. PublicApiBenchmark.Unlimited,
                    ("Egress:TrustedHosts:0", new Uri(api.Address).Authority),
                ]
            );
            using var generator = new LoadGenerator();
            var path = $"/data_connectors/{workspace.ConnectorId}/execution_results";
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

            IReadOnlyList<Comparison.Subject> Subjects(int inFlight) =>
                [
                    generator.Subject(
                        Bare,
                        Load.Post(proxy.Address, "/", token: null, Body, 201, inFlight),
                        () => proxy.CpuTime
                    ),
                    generator.Subject("run now", Run(inFlight), () => server.CpuTime),
                    generator.Subject(
                        "run now, with a key",
                        Run(inFlight, $"Idempotency-Key: {Load.Key}\r\n"),
                        () => server.CpuTime
                    ),
                ];

            Load Run(int inFlight, string headers = "") =>
                Load.Post(
                    server.Address,
                    path,
                    workspace.AccessToken,
                    Body,
                    201,
                    inFlight,
                    headers
                );
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
