using DataConnectors.Core.Credentials;
using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Webhooks.Delivering;
using DataConnectors.Core.Webhooks.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Webhooks;

/// <summary>Registers webhooks.</summary>
public static class WebhooksRegistration
{
    /// <summary>Adds subscriptions, their log and the dispatcher. From here on events are written.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) =>
        services
            .AddEvents()
            .AddSingleton<SubscriptionInterest>()
            .AddSingleton<IEventInterest>(provider =>
                provider.GetRequiredService<SubscriptionInterest>()
            )
            // Deliveries that still wait for a suspended endpoint go too, and events that could not be made deliveries of.
            .AddSingleton<IAgedRows>(new AgedRows<WebhookDelivery>("webhook deliveries"))
            .AddSingleton<IAgedRows>(new AgedRows<OutboxEvent>("events"))
            .AddSingleton<EndpointCalls>()
            .AddSingleton<EndpointCheck>()
            .AddSingleton<SigningKeyReader>()
            .AddSingleton<DeliverySender>()
            .AddSingleton<DeliveryTurn>()
            .AddSingleton<WebhookDispatcher>()
            .AddHostedService(provider => provider.GetRequiredService<WebhookDispatcher>())
            .AddSingleton<SubscriptionChanges>()
            .AddSingleton(provider => new SaveSubscription(
                provider.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>(),
                provider.GetRequiredService<EndpointCheck>(),
                provider.GetRequiredService<ISecretProtector>(),
                provider.GetRequiredService<SubscriptionInterest>(),
                provider.GetRequiredService<EventSignal>(),
                provider.GetRequiredService<IdGenerator>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<SuspendSubscription>()
            .AddSingleton<ResumeSubscription>()
            .AddSingleton<RotateWebhookSecret>()
            .AddSingleton<DeleteSubscription>()
            .AddSingleton<ResendDelivery>()
            .AddSingleton(provider => new SendTest(
                provider.GetRequiredService<SubscriptionChanges>(),
                provider.GetRequiredService<DeliverySender>(),
                provider.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>(),
                provider.GetRequiredService<IdGenerator>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<WebhookQueries>();
}
