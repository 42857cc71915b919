using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Webhooks;

/// <summary>An app and its webhook.</summary>
/// <param name="AppName">The app.</param>
/// <param name="Subscription">Null when it has none.</param>
public sealed record AppWebhook(string AppName, SubscriptionSummary? Subscription);

/// <summary>A subscription without its secrets.</summary>
/// <param name="Waiting">How many deliveries are still to be sent.</param>
/// <param name="FormerSecretExpiresAt">Until when a replaced secret signs too; null when none does.</param>
public sealed record SubscriptionSummary(
    string Url,
    IReadOnlyList<string> Topics,
    SubscriptionState State,
    string? Notice,
    int Waiting,
    DateTimeOffset? FormerSecretExpiresAt
);

/// <summary>A row of the delivery log.</summary>
public sealed record DeliverySummary(
    long Id,
    string Topic,
    DateTimeOffset CreatedAt,
    DeliveryState State,
    int Attempts,
    int? LastStatus,
    string? LastError,
    DateTimeOffset? NextAttemptAt
);

/// <summary>A delivery with everything that is stored of it.</summary>
/// <param name="NotificationId">What the endpoint knows it by.</param>
/// <param name="Payload">What was sent last, or is to be sent, as JSON.</param>
/// <param name="Attempts">The attempts that ended, newest first; at most the latest fifty.</param>
public sealed record DeliveryDetail(
    DeliverySummary Summary,
    string NotificationId,
    string Payload,
    IReadOnlyList<WebhookAttempt> Attempts
);

/// <summary>Reads webhooks and the log of their deliveries.</summary>
public sealed class WebhookQueries(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>The rows of one page.</summary>
    public const int PageSize = 50;

    private const int MostAttempts = 50;

    /// <summary>The app with its webhook.</summary>
    public async Task<Outcome<AppWebhook, Fault>> GetAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var name = await context
            .Set<DeveloperApp>()
            .Where(app => app.Id == appId)
            .Select(app => app.Name)
            .FirstOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return Fault.NotFound("app");
        }

        var subscription = await context
            .Set<WebhookSubscription>()
            .AsNoTracking()
            .FirstOrDefaultAsync(candidate => candidate.AppId == appId, cancellationToken);
        if (subscription is null)
        {
            return new AppWebhook(name, Subscription: null);
        }

        var waiting = await context
            .Set<WebhookDelivery>()
            .CountAsync(
                delivery =>
                    delivery.SubscriptionId == subscription.Id
                    && delivery.State == DeliveryState.Pending,
                cancellationToken
            );
        return new AppWebhook(
            name,
            new SubscriptionSummary(
                subscription.Url,
                subscription.TopicList,
                subscription.State,
                subscription.Notice,
                waiting,
                subscription.FormerSecretExpiresAt > clock.GetUtcNow()
                    ? subscription.FormerSecretExpiresAt
                    : null
            )
        );
    }

    /// <summary>
    /// The page of the app's deliveries that begins at <paramref name="cursor"/>, newest first; null for the first.
    /// </summary>
    public async Task<Page<DeliverySummary>> ListDeliveriesAsync(
        long appId,
        DeliveryState? state,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var subscriptionId = await context
            .Set<WebhookSubscription>()
            .Where(subscription => subscription.AppId == appId)
            .Select(subscription => subscription.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var deliveries = context
            .Set<WebhookDelivery>()
            .AsNoTracking()
            .Where(delivery => delivery.SubscriptionId == subscriptionId);
        if (state is { } only)
        {
            deliveries = deliveries.Where(delivery => delivery.State == only);
        }

        if (Cursor.Read(cursor) is { } lastSeen)
        {
            deliveries = deliveries.Where(delivery => delivery.Id < lastSeen);
        }

        var rows = await Summaries(
                deliveries.OrderByDescending(delivery => delivery.Id).Take(PageSize + 1)
            )
            .ToListAsync(cancellationToken);
        return Cursor.PageOf(rows, PageSize, row => row.Id);
    }

    /// <summary>One delivery of the app, or null.</summary>
    public async Task<DeliveryDetail?> FindDeliveryAsync(
        long appId,
        long deliveryId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var delivery = await (
            from candidate in context.Set<WebhookDelivery>().AsNoTracking()
            join subscription in context.Set<WebhookSubscription>()
                on candidate.SubscriptionId equals subscription.Id
            where candidate.Id == deliveryId && subscription.AppId == appId
            select candidate
        ).FirstOrDefaultAsync(cancellationToken);
        if (delivery is null)
        {
            return null;
        }

        var attempts = await context
            .Set<WebhookAttempt>()
            .AsNoTracking()
            .Where(attempt => attempt.DeliveryId == deliveryId)
            .OrderByDescending(attempt => attempt.Id)
            .Take(MostAttempts)
            .ToListAsync(cancellationToken);
        var workspace = await context
            .Set<WorkspaceSettings>()
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        var payload = WebhookPayload.Write(
            delivery.EventId,
            delivery.Topic,
            delivery.ItemJson,
            delivery.CreatedAt,
            workspace?.IdCode ?? "",
            Math.Max(1, delivery.Attempts),
            delivery.FirstSentAt ?? clock.GetUtcNow()
        );
        return new DeliveryDetail(
            Summaries(new[] { delivery }.AsQueryable()).First(),
            WebhookPayload.IdOf(delivery.EventId),
            System.Text.Encoding.UTF8.GetString(payload),
            attempts
        );
    }

    private static IQueryable<DeliverySummary> Summaries(IQueryable<WebhookDelivery> deliveries) =>
        deliveries.Select(delivery => new DeliverySummary(
            delivery.Id,
            delivery.Topic,
            delivery.CreatedAt,
            delivery.State,
            delivery.Attempts,
            delivery.LastStatus,
            delivery.LastError,
            delivery.NextAttemptAt
        ));
}
