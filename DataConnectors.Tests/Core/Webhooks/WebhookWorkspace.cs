using System.Text.Json.Nodes;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Events;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Webhooks;
using DataConnectors.Core.Webhooks.Delivering;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Core.Webhooks;

/// <summary>A workspace whose apps subscribe to loopback receivers, on a database of its own, with a clock that a test may own.</summary>
internal sealed class WebhookWorkspace : IAsyncDisposable
{
    public const string ClientSecret = "client-secret-of-the-app";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly List<WebhookDispatcher> dispatchers = [];

    private WebhookWorkspace(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public WebhookDispatcher Dispatcher => Database.Get<WebhookDispatcher>();

    public static async Task<WebhookWorkspace> CreateAsync(TimeProvider? clock = null)
    {
        var database = await TestDatabase.CreateAsync(
            clock,
            services =>
                services
                    .AddSingleton(
                        Options.Create(new EgressOptions { TrustedHosts = ["127.0.0.1"] })
                    )
                    .AddDeveloperApps()
                    .AddExecution()
                    .AddLogs(new ConfigurationBuilder().Build())
                    .AddInbox()
                    .AddWebhooks()
        );
        await database.AddAsync(new WorkspaceSettings { Id = 46655, Name = "Shop" });
        return new WebhookWorkspace(database);
    }

    /// <summary>An app with a client secret and, when the receiver answers HEAD, a webhook.</summary>
    /// <returns>The app and its webhook's secret.</returns>
    public async Task<(long AppId, string Secret)> SubscribeAsync(
        string url,
        params string[] topics
    )
    {
        var appId = await AddAppAsync();
        var saved = await Database
            .Get<SaveSubscription>()
            .RunAsync(
                Some.Actor,
                appId,
                url,
                topics.Length > 0 ? topics : [.. EventTopics.All],
                CancellationToken.None
            );
        return (appId, saved.Value.Secret!.Open());
    }

    public async Task<long> AddAppAsync()
    {
        var ids = Database.Get<IdGenerator>();
        var id = ids.Next();
        await Database.AddAsync(
            new DeveloperApp
            {
                Id = id,
                Name = $"App {id}",
                ClientId = $"{id}",
            },
            new AppSecret
            {
                Id = ids.Next(),
                AppId = id,
                ProtectedValue = Database
                    .Get<ISecretProtector>()
                    .Protect(new SecretText(ClientSecret)),
            }
        );
        return id;
    }

    public async Task StartAsync()
    {
        dispatchers.Add(Dispatcher);
        await Dispatcher.StartAsync(CancellationToken.None);
    }

    /// <summary>Lets something happen, committed as a command would.</summary>
    public async Task HappenAsync(int times = 1, string topic = EventTopics.ConnectorPublished)
    {
        await using var context = await Database.Contexts.CreateDbContextAsync();
        for (var time = 0; time < times; time++)
        {
            var number = time;
            Database
                .Get<Outbox>()
                .Add(context, topic, () => new JsonObject { ["number"] = number });
        }

        await context.SaveChangesAsync();
        Database.Get<Outbox>().Announce(topic);
    }

    public async Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync()
    {
        await using var context = await Database.Contexts.CreateDbContextAsync();
        return await context
            .Set<WebhookDelivery>()
            .AsNoTracking()
            .OrderBy(delivery => delivery.Id)
            .ToListAsync();
    }

    public async Task<WebhookDelivery> DeliveryAsync() => Assert.Single(await DeliveriesAsync());

    public async Task<WebhookSubscription> SubscriptionAsync()
    {
        await using var context = await Database.Contexts.CreateDbContextAsync();
        return await context.Set<WebhookSubscription>().AsNoTracking().SingleAsync();
    }

    public async Task<IReadOnlyList<WebhookAttempt>> AttemptsAsync()
    {
        await using var context = await Database.Contexts.CreateDbContextAsync();
        return await context
            .Set<WebhookAttempt>()
            .AsNoTracking()
            .OrderBy(attempt => attempt.Id)
            .ToListAsync();
    }

    /// <summary>The number of events that nobody has taken out of the outbox.</summary>
    public async Task<int> OutboxCountAsync()
    {
        await using var context = await Database.Contexts.CreateDbContextAsync();
        return await context.Set<OutboxEvent>().CountAsync();
    }

    /// <summary>Waits until as many attempts as this are written down.</summary>
    public Task UntilAttemptsAsync(int count) =>
        UntilAsync(async () => (await AttemptsAsync()).Count >= count);

    /// <summary>Waits until something is so, which it will be without further help.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>The POSTs among what a receiver got.</summary>
    public static IReadOnlyList<LoopbackRequest> Notifications(LoopbackApi receiver) =>
        [.. receiver.Requests.Where(request => request.Method == "POST")];

    /// <summary>A receiver that takes everything.</summary>
    public static LoopbackApi Receiver() => Receiver(_ => LoopbackAnswer.Text("thanks"));

    /// <summary>A receiver that answers HEAD with 200 and POST as given.</summary>
    public static LoopbackApi Receiver(Func<LoopbackRequest, LoopbackAnswer> post) =>
        LoopbackApi
            .Start()
            .Answer(
                LoopbackApi.AnyPath,
                request => request.Method == "HEAD" ? HeadAnswer : post(request)
            );

    public static LoopbackAnswer HeadAnswer { get; } =
        LoopbackAnswer.Raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());

    public async ValueTask DisposeAsync()
    {
        foreach (var dispatcher in dispatchers)
        {
            await dispatcher.StopAsync(CancellationToken.None);
        }

        await Database.DisposeAsync();
    }
}
