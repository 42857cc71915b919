using System.Globalization;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
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
        await TakeEarlierOnesOffAsync(services);
        await DefineOrdersAsync(services);
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

    // Connectors of a killed driver lead to a server that is gone; Fin must not choose among them.
    private static async Task TakeEarlierOnesOffAsync(IServiceProvider services)
    {
        var setToDraft = services.GetRequiredService<SetToDraft>();
        foreach (var live in await services.GetRequiredService<LiveVersions>().ListAsync(default))
        {
            await setToDraft.RunAsync(Actor, live.ConnectorId, default);
        }
    }

    // A later driver finds the type there already, which is as good.
    private static async Task DefineOrdersAsync(IServiceProvider services) =>
        await services
            .GetRequiredService<CreateCustomObjectType>()
            .RunAsync(
                Actor,
                "order",
                new CustomObjectTypeDetails
                {
                    Name = "Order",
                    Attributes = [new("status", AttributeType.Text)],
                },
                CancellationToken.None
            );

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
            ObjectMappings =
            [
                new ObjectMapping
                {
                    ObjectType = "order",
                    IdentityPath = "id",
                    Attributes = [new("status", "status")],
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
        var person = await AddPersonAsync(services);
        var messenger = services.GetRequiredService<FinConversations>();
        while (true)
        {
            var reply = (
                await messenger.ReplyAsync(
                    new IncomingMessage(
                        ConversationId: null,
                        person,
                        "What is the status of my order 1001?",
                        IsVerified: true
                    ),
                    CancellationToken.None
                )
            ).Value;
            Acknowledge("conversation", reply.ConversationId, 0);
            Acknowledge("message", reply.Message!.Id, 0);
            if (reply.Message.ExecutionId is { } execution)
            {
                Acknowledge("execution", execution, 1);
            }

            await Task.Delay(Pause);
        }
    }

    private static async Task<long> AddPersonAsync(IServiceProvider services)
    {
        await using var context = await services
            .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        var person = new Person
        {
            Id = services.GetRequiredService<IdGenerator>().Next(),
            Role = PersonRole.User,
            Name = "Ana Ruiz",
        };
        context.Add(person);
        await context.SaveChangesAsync();
        return person.Id;
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
