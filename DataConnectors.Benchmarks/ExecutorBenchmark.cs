using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Benchmarks;

/// <summary>
/// What the executor costs beside the call itself: the same request to the same loopback server, once by a bare HttpClient that
/// reads the body, once through every stage with the record committed to a real SQLite file. Both alternate, so that a busy
/// machine slows both. A run does not wait for its record, but each of those in flight stays at most 32 records ahead of the disk,
/// and a round ends when its last record is durable.
/// </summary>
internal static class ExecutorBenchmark
{
    private static readonly int[] InFlight = [1, 16, 64];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = Comparison.Option(arguments, "--seconds", 3);
        var rounds = Comparison.Option(arguments, "--rounds", 3);
        var data = Directory.CreateTempSubdirectory("dataconnectors-benchmark-");
        try
        {
            using var server = await LoopbackServer.StartAsync();
            using var host = await Composition.StartAsync(data.FullName);
            using var bare = new HttpClient(
                EgressHandler.Create(host.Services.GetRequiredService<EgressConnector>())
            );
            var profiles = host.Services.GetRequiredService<ExecutionProfiles>();
            var subjects = new Dictionary<string, Func<Task<Task>>>(StringComparer.Ordinal)
            {
                ["HttpClient"] = BareCall(bare, server.Address),
                ["executor"] = Execution(host.Services, profiles.Live, server.Address, []),
                ["executor with a token"] = Execution(
                    host.Services,
                    profiles.Live,
                    server.Address,
                    [await AddTokenAsync(host.Services)]
                ),
                ["executor, not recorded"] = Execution(
                    host.Services,
                    profiles.Test,
                    server.Address,
                    []
                ),
            };

            Console.WriteLine(Measurement.Header);
            foreach (var inFlight in InFlight)
            {
                await Comparison.PrintAsync(subjects, "HttpClient", inFlight, seconds, rounds);
            }

            await host.StopAsync();
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Func<Task<Task>> BareCall(HttpClient client, string address) =>
        async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/orders/1001");
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
            request.Headers.TryAddWithoutValidation("User-Agent", "DataConnectors/1.0");
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead
            );
            await response.Content.ReadAsByteArrayAsync();
            return Task.CompletedTask;
        };

    private static Func<Task<Task>> Execution(
        IServiceProvider services,
        ExecutionProfile profile,
        string address,
        IReadOnlyList<long> tokenIds
    )
    {
        var executor = services.GetRequiredService<ConnectorExecutor>();
        var request = new ExecutionRequest
        {
            ConnectorId = 1,
            VersionNumber = 1,
            Profile = profile,
            Source = ExecutionSource.Fin,
            CollectedInputs = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["order_id"] = "1001",
            },
            Definition = new ConnectorDefinition
            {
                Name = "Get order status",
                Url = address + "/orders/{{order_id}}",
                Headers = [new HeaderField("Accept", "application/json")],
                BodyFormat = BodyFormat.Json,
                TokenIds = tokenIds,
                DataInputs = [new DataInput { Name = "order_id", Type = DataInputType.Number }],
            },
        };
        return async () =>
        {
            var finished = await executor.ExecuteAsync(request, CancellationToken.None);
            return finished.Result.IsSuccess
                ? finished.Recording
                : throw new InvalidOperationException(finished.Result.Failure!.Message);
        };
    }

    private static async Task<long> AddTokenAsync(IServiceProvider services)
    {
        var token = await services
            .GetRequiredService<CreateToken>()
            .RunAsync(
                new Actor(1, "Benchmark", CanAccessDeveloperHub: true),
                new NewToken("Key", "", "X-Api-Key", "", new SecretText("secret"), Domain: null),
                CancellationToken.None
            );
        return token.Value.Id;
    }
}
