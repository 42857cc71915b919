using System.Text.Json.Nodes;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Webhooks.Delivering;
using DataConnectors.Core.Workspace;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataConnectors.Core.Webhooks;

/// <summary>What came of a test notification.</summary>
/// <param name="DeliveryId">Its row in the log.</param>
/// <param name="Status">The status of the answer; null when there was none.</param>
/// <param name="Error">Why it was not accepted; null when it was.</param>
/// <param name="Duration">How long the endpoint took.</param>
public sealed record TestNotification(
    long DeliveryId,
    int? Status,
    string? Error,
    TimeSpan Duration
);

/// <summary>
/// Sends a notification of the topic <c>ping</c> at once and once, also while the webhook is suspended, so that an endpoint that was
/// mended can be tried before it is resumed.
/// </summary>
public sealed class SendTest
{
    private readonly SubscriptionChanges changes;
    private readonly DeliverySender sender;
    private readonly IDbContextFactory<DataConnectorsDbContext> contexts;
    private readonly IdGenerator ids;
    private readonly TimeProvider clock;

    internal SendTest(
        SubscriptionChanges changes,
        DeliverySender sender,
        IDbContextFactory<DataConnectorsDbContext> contexts,
        IdGenerator ids,
        TimeProvider clock
    )
    {
        this.changes = changes;
        this.sender = sender;
        this.contexts = contexts;
        this.ids = ids;
        this.clock = clock;
    }

    /// <summary>Sends it and waits for the answer.</summary>
    public async Task<Outcome<TestNotification, Fault>> RunAsync(
        Actor actor,
        long appId,
        CancellationToken cancellationToken
    )
    {
        var begun = await changes.RunAsync(
            actor,
            appId,
            (context, subscription) => BeginAsync(context, subscription, cancellationToken),
            cancellationToken
        );
        if (!begun.TryGet(out var test, out var fault))
        {
            return fault;
        }

        // From here on it is written down, whoever waits for it.
        var attempt = await sender.SendAsync(
            test.Endpoint,
            test.Lease,
            test.WorkspaceCode,
            CancellationToken.None
        );
        await EndAsync(attempt);
        var answer = attempt.Answer;
        return new TestNotification(test.Lease.Id, answer.Status, answer.Error, answer.Duration);
    }

    private async Task<Outcome<Begun, Fault>> BeginAsync(
        DataConnectorsDbContext context,
        WebhookSubscription subscription,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var until = now + DeliveryTurn.LeaseTime;
        var item = new JsonObject
        {
            ["type"] = "ping",
            ["message"] = "This is a test notification. Nothing happened.",
        };
        var delivery = new WebhookDelivery
        {
            Id = ids.Next(),
            SubscriptionId = subscription.Id,
            EventId = ids.Next(),
            Topic = WebhookPayload.TestTopic,
            ItemJson = item.ToJsonString(),
            CreatedAt = now,
            Attempts = 1,
            FirstSentAt = now,
            NextAttemptAt = now,
            LeasedUntil = until,
        };
        context.Add(delivery);
        var workspace = await context
            .Set<WorkspaceSettings>()
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        var lease = new DeliveryLease(
            delivery.Id,
            subscription.Id,
            delivery.EventId,
            delivery.Topic,
            delivery.ItemJson,
            now,
            delivery.Attempts,
            delivery.Step,
            now,
            until
        );
        return new Begun(lease, WebhookEndpoint.Of(subscription, now), workspace?.IdCode ?? "");
    }

    private async Task EndAsync(FinishedAttempt attempt)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        using var statements = new DeliveryStatements(
            (SqliteConnection)context.Database.GetDbConnection(),
            (SqliteTransaction)transaction.GetDbTransaction()
        );
        statements.Mark(ids.Next(), attempt, DeliveryJudge.JudgeTest(attempt));
        await transaction.CommitAsync();
    }

    private sealed record Begun(
        DeliveryLease Lease,
        WebhookEndpoint Endpoint,
        string WorkspaceCode
    );
}
