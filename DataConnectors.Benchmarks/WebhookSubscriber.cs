using DataConnectors.Core.Credentials;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Benchmarks;

/// <summary>The one app of a benchmark that is told of executions.</summary>
internal static class WebhookSubscriber
{
    public const long AppId = 1;
    private static readonly Actor Actor = new(1, "Benchmark", CanAccessDeveloperHub: true);

    /// <summary>Subscribes the app, making it when it is not there.</summary>
    public static async Task SubscribeAsync(IServiceProvider services, string url)
    {
        await using (
            var context = await services
                .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
                .CreateDbContextAsync()
        )
        {
            if (!await context.Set<DeveloperApp>().AnyAsync())
            {
                context.Add(new DeveloperApp { Id = AppId, Name = "Subscriber" });
                context.Add(
                    new AppSecret
                    {
                        Id = 1,
                        AppId = AppId,
                        ProtectedValue = services
                            .GetRequiredService<ISecretProtector>()
                            .Protect(new SecretText("client secret")),
                    }
                );
                await context.SaveChangesAsync();
            }
        }

        var saved = await services
            .GetRequiredService<SaveSubscription>()
            .RunAsync(Actor, AppId, url, [EventTopics.ExecutionCompleted], CancellationToken.None);
        if (saved.Failure is { } fault)
        {
            throw new InvalidOperationException(fault.Message);
        }
    }

    public static async Task UnsubscribeAsync(IServiceProvider services)
    {
        await services
            .GetRequiredService<DeleteSubscription>()
            .RunAsync(Actor, AppId, CancellationToken.None);
        var interest = services.GetRequiredService<IEventInterest>();
        while (interest.Wants(EventTopics.ExecutionCompleted))
        {
            await Task.Delay(10);
        }
    }

    public static Task SuspendAsync(IServiceProvider services) =>
        services
            .GetRequiredService<SuspendSubscription>()
            .RunAsync(Actor, AppId, CancellationToken.None);

    public static Task ResumeAsync(IServiceProvider services) =>
        services
            .GetRequiredService<ResumeSubscription>()
            .RunAsync(Actor, AppId, CancellationToken.None);

    /// <summary>How many events and deliveries are still to be handed on.</summary>
    public static async Task<int> WaitingAsync(IServiceProvider services)
    {
        await using var context = await services
            .GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        return await context.Set<OutboxEvent>().CountAsync()
            + await context
                .Set<WebhookDelivery>()
                .CountAsync(delivery => delivery.State == DeliveryState.Pending);
    }
}
