using DataConnectors.Core.Connectors;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Versioning;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Benchmarks;

/// <summary>A data folder as a workspace leaves it: a teammate, an access token, and live connectors that call one API.</summary>
/// <param name="AccessToken">Good for everything.</param>
/// <param name="ConnectorId">One of the connectors.</param>
internal sealed record SeededWorkspace(string AccessToken, long ConnectorId)
{
    private static readonly Actor Actor = new(1, "Benchmark", CanAccessDeveloperHub: true);

    /// <summary>Fills the data folder through the commands that the console uses.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="connectors">How many connectors.</param>
    /// <param name="target">The address of the API that they call.</param>
    public static async Task<SeededWorkspace> CreateAsync(
        string dataDirectory,
        int connectors,
        string target
    )
    {
        using var host = await Composition.StartAsync(dataDirectory);
        await AddTeammateAsync(host.Services);
        var create = host.Services.GetRequiredService<CreateConnector>();
        var publish = host.Services.GetRequiredService<PublishDraft>();
        var id = 0L;
        for (var number = 1; number <= connectors; number++)
        {
            id = (await create.RunAsync(Actor, Definition(number, target), default)).Value;
            _ = (await publish.RunAsync(Actor, id, 1, "", default)).Value;
        }

        var token = await host
            .Services.GetRequiredService<CreatePersonalAccessToken>()
            .RunAsync(Actor, "Benchmark", [.. ApiScopes.All], lifetime: null, default);
        await host.StopAsync();
        return new SeededWorkspace(token.Value.Open(), id);
    }

    private static async Task AddTeammateAsync(IServiceProvider services)
    {
        await using var context = await services
            .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        context.Add(
            new Teammate
            {
                Id = Actor.TeammateId,
                Name = Actor.Name,
                UserName = "benchmark@example.com",
                Email = "benchmark@example.com",
                CanAccessDeveloperHub = true,
            }
        );
        await context.SaveChangesAsync();
    }

    private static ConnectorDefinition Definition(int number, string target) =>
        new()
        {
            Name = $"Get order status {number}",
            Description = "Looks up the status of an order by its number.",
            Url = target + "/orders/{{order_id}}",
            Headers = [new HeaderField("Accept", "application/json")],
            DataInputs =
            [
                new DataInput
                {
                    Name = "order_id",
                    Type = DataInputType.Number,
                    Description = "The number of the order",
                    ExampleValue = "1001",
                },
            ],
        };
}
