using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.People;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Execution;

/// <summary>The real executor against a real server on loopback, which is made a trusted host as an operator would.</summary>
internal sealed class ExecutorHarness : IAsyncDisposable
{
    private ExecutorHarness(TestDatabase database, LoopbackApi api, SeenExecutions seen)
    {
        Database = database;
        Api = api;
        Seen = seen;
    }

    public TestDatabase Database { get; }

    public LoopbackApi Api { get; }

    /// <summary>What observers were told of live runs.</summary>
    public SeenExecutions Seen { get; }

    public ConnectorExecutor Executor => Database.Get<ConnectorExecutor>();

    public ExecutionProfiles Profiles => Database.Get<ExecutionProfiles>();

    public static async Task<ExecutorHarness> CreateAsync(
        TimeProvider? clock = null,
        Action<IServiceCollection>? configure = null
    )
    {
        var api = LoopbackApi.Start();
        var seen = new SeenExecutions();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Egress:TrustedHosts:0", $"127.0.0.1:{api.Port}")])
            .Build();
        var database = await TestDatabase.CreateAsync(
            clock,
            services =>
            {
                services.AddEgress(configuration);
                services.AddExecution();
                services.AddSingleton<IExecutionObserver>(seen);
                configure?.Invoke(services);
            }
        );
        return new ExecutorHarness(database, api, seen);
    }

    /// <summary>Runs a definition live, for nobody in particular unless said otherwise.</summary>
    public async Task<ExecutionResult> RunAsync(
        ConnectorDefinition definition,
        Dictionary<string, string>? inputs = null,
        PersonSnapshot? person = null,
        ExecutionProfile? profile = null,
        CustomerSession? session = null,
        CancellationToken cancellationToken = default
    )
    {
        var finished = await Executor.ExecuteAsync(
            Request(definition, inputs, person, profile, session),
            cancellationToken
        );
        await finished.Recording;
        return finished.Result;
    }

    public ExecutionRequest Request(
        ConnectorDefinition definition,
        Dictionary<string, string>? inputs = null,
        PersonSnapshot? person = null,
        ExecutionProfile? profile = null,
        CustomerSession? session = null
    ) =>
        new()
        {
            ConnectorId = 7,
            Definition = definition,
            Profile = profile ?? Profiles.Live,
            Source = ExecutionSource.Fin,
            CollectedInputs = inputs ?? [],
            Person = person,
            Session = session ?? CustomerSession.None,
        };

    /// <summary>A connector to this server.</summary>
    public ConnectorDefinition Get(string path = "/orders/{{order_id}}") =>
        new()
        {
            Name = "Get order status",
            Url = Api.BaseUrl + path,
            DataInputs = path.Contains("order_id", StringComparison.Ordinal)
                ? [new DataInput { Name = "order_id" }]
                : [],
        };

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await Api.DisposeAsync();
    }
}

/// <summary>Keeps what it is told.</summary>
internal sealed class SeenExecutions : IExecutionObserver
{
    private readonly List<ExecutionResult> results = [];

    public IReadOnlyList<ExecutionResult> Results => results;

    public Task OnCompletedAsync(ExecutionResult result)
    {
        results.Add(result);
        return Task.CompletedTask;
    }
}
