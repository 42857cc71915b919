using System.Globalization;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Versioning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Benchmarks;

/// <summary>
/// Saves drafts, publishes versions, starts conversations and runs connectors as fast as it can, through the real features, and says
/// <c>ack kind id number .</c> on the standard output for each, after it was promised to be durable and not before. It runs until it is
/// killed; a test kills it and looks for what it had acknowledged.
/// </summary>
internal static class CrashDriver
{
    private const int Executors = 8;

    // SQLite has one writer; without a pause one of the loops would keep the lock to itself.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private static readonly Actor Actor = new(1, "Crash driver", CanAccessDeveloperHub: true);

    public static async Task<int> RunAsync(string dataDirectory, string seed)
    {
        using var server = await LoopbackServer.StartAsync();
        using var host = await Composition.StartAsync(dataDirectory);
        var services = host.Services;
        var definition = Definition(server.Address, seed);
        var connector = (
            await services
                .GetRequiredService<CreateConnector>()
                .RunAsync(Actor, definition, CancellationToken.None)
        ).Value;
        Acknowledge("connector", connector, 1);
        await Task.WhenAll([
            EditAsync(services, connector, definition),
            ConverseAsync(services),
            .. Enumerable
                .Range(0, Executors)
                .Select(_ => Task.Run(() => ExecuteAsync(services, connector, definition))),
        ]);
        return 0;
    }

    private static ConnectorDefinition Definition(string address, string seed) =>
        new()
        {
            Name = $"Get order status {seed}",
            Description = "Looks up the status of an order by its number.",
            Url = address + "/orders/{{order_id}}",
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

    private static async Task EditAsync(
        IServiceProvider services,
        long connector,
        ConnectorDefinition definition
    )
    {
        var save = services.GetRequiredService<SaveDraft>();
        var publish = services.GetRequiredService<PublishDraft>();
        for (var revision = 1L; ; )
        {
            var draft = definition with { InternalDescription = $"after {revision}" };
            revision = (
                await save.RunAsync(Actor, connector, draft, revision, CancellationToken.None)
            ).Value;
            Acknowledge("draft", connector, revision);
            var version = (
                await publish.RunAsync(Actor, connector, revision, "", CancellationToken.None)
            ).Value;
            Acknowledge("version", version.VersionId, version.Number);
            await Task.Delay(Pause);
        }
    }

    private static async Task ConverseAsync(IServiceProvider services)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>();
        var ids = services.GetRequiredService<IdGenerator>();
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync();
            var conversation = new Conversation
            {
                Id = ids.Next(),
                PersonId = 1,
                Subject = "Where is my order?",
            };
            context.Add(conversation);
            await context.SaveChangesAsync();
            Acknowledge("conversation", conversation.Id, 0);
            await Task.Delay(Pause);
        }
    }

    private static async Task ExecuteAsync(
        IServiceProvider services,
        long connector,
        ConnectorDefinition definition
    )
    {
        var executor = services.GetRequiredService<ConnectorExecutor>();
        var request = new ExecutionRequest
        {
            ConnectorId = connector,
            VersionNumber = 1,
            Definition = definition,
            Profile = services.GetRequiredService<ExecutionProfiles>().Live,
            Source = ExecutionSource.Answer,
            CollectedInputs = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["order_id"] = "1001",
            },
        };
        while (true)
        {
            var finished = await executor.ExecuteAsync(request, CancellationToken.None);
            await finished.Recording;
            Acknowledge("execution", finished.Result.Id, finished.Result.IsSuccess ? 1 : 0);
        }
    }

    private static void Acknowledge(string kind, long id, long number) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"ack {kind} {id} {number} .")
        );
}
