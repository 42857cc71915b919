using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Webhooks;

/// <summary>Changes the subscription of an app in one transaction, and wakes the dispatcher afterwards.</summary>
public sealed class SubscriptionChanges(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    EventSignal signal
)
{
    /// <summary>
    /// Runs <paramref name="change"/> on the app's subscription while nobody else can write. What it changes is saved unless it fails.
    /// </summary>
    internal async Task<Outcome<T, Fault>> RunAsync<T>(
        Actor actor,
        long appId,
        Func<DataConnectorsDbContext, WebhookSubscription, Task<Outcome<T, Fault>>> change,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var subscription = await context
            .Set<WebhookSubscription>()
            .FirstOrDefaultAsync(candidate => candidate.AppId == appId, cancellationToken);
        if (subscription is null)
        {
            return Fault.NotFound("webhook");
        }

        var outcome = await change(context, subscription);
        if (outcome.IsSuccess)
        {
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            signal.Wake();
        }

        return outcome;
    }
}
