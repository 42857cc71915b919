using System.Security.Cryptography;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>What a turn found to send.</summary>
/// <param name="Leases">The deliveries, of each subscription in the order in which they are due.</param>
/// <param name="Endpoints">Where notifications may be sent now, by subscription.</param>
/// <param name="WorkspaceCode">The workspace they are of.</param>
/// <param name="NextAt">When there will be something to do if nobody says so before.</param>
internal sealed record TurnResult(
    IReadOnlyList<DeliveryLease> Leases,
    IReadOnlyDictionary<long, WebhookEndpoint> Endpoints,
    string WorkspaceCode,
    DateTimeOffset NextAt
);

/// <summary>
/// One transaction of the dispatcher: writes down the attempts that ended, makes deliveries of the events in the outbox, and leases what
/// is due. All at once, because every commit syncs the disk and the recorder of executions needs the lock too.
/// </summary>
internal sealed class DeliveryTurn(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    SubscriptionInterest interest,
    IdGenerator ids,
    TimeProvider clock
)
{
    /// <summary>How long a dispatcher keeps a delivery to itself: the five seconds of a call, and time to write it down.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    /// <summary>How often it looks for what another process left behind.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    private const int EventsPerTurn = 256;
    private const int MostLeased = 2048;
    private const int MostPerEndpoint = 128;

    /// <summary>Throws when nothing was committed.</summary>
    /// <param name="finished">The attempts that ended.</param>
    /// <param name="released">Deliveries that this dispatcher had to itself and did not begin to send.</param>
    /// <param name="leased">How many deliveries this dispatcher has to itself, by subscription, without the former two.</param>
    /// <param name="mayLease">Whether new attempts may begin.</param>
    public TurnResult Run(
        IReadOnlyList<FinishedAttempt> finished,
        IReadOnlyList<DeliveryLease> released,
        IReadOnlyDictionary<long, int> leased,
        bool mayLease
    )
    {
        using var context = contexts.CreateDbContext();
        using var transaction = context.Database.BeginTransaction();
        var now = clock.GetUtcNow();
        var subscriptions = context
            .Set<WebhookSubscription>()
            .ToDictionary(subscription => subscription.Id);
        interest.Set(subscriptions.Values);
        using var statements = new DeliveryStatements(
            (SqliteConnection)context.Database.GetDbConnection(),
            (SqliteTransaction)transaction.GetDbTransaction()
        );
        foreach (var lease in released)
        {
            statements.Release(lease);
        }

        Mark(context, statements, subscriptions, finished);
        var hasMoreEvents = FanOut(statements, subscriptions.Values, now);
        var nextAt = hasMoreEvents ? now : now + Poll;
        var leases = new List<DeliveryLease>();
        var endpoints = new Dictionary<long, WebhookEndpoint>();
        var room = mayLease ? MostLeased - leased.Values.Sum() : 0;

        // Those with the fewest under way come first: what is slow does not take the room of what is not.
        foreach (
            var subscription in subscriptions
                .Values.Where(of => of.State == SubscriptionState.Active)
                .OrderBy(of => leased.GetValueOrDefault(of.Id))
        )
        {
            var isPaused = subscription.PausedUntil > now;
            if (!isPaused)
            {
                endpoints[subscription.Id] = WebhookEndpoint.Of(subscription, now);
            }

            var most = Math.Min(
                room,
                LimitOf(subscription) - leased.GetValueOrDefault(subscription.Id)
            );
            if (most <= 0)
            {
                // The end of an attempt begins the next turn.
                continue;
            }

            if (!isPaused)
            {
                var added = statements.Lease(subscription.Id, now, now + LeaseTime, most);
                leases.AddRange(added);
                room -= added.Count;
                if (added.Count == most)
                {
                    continue;
                }
            }

            if (statements.NextDue(subscription.Id) is { } due)
            {
                due = subscription.PausedUntil > due ? subscription.PausedUntil.Value : due;
                nextAt = due < nextAt ? due : nextAt;
            }
        }

        context.SaveChanges();
        var workspaceCode =
            leases.Count == 0 ? null : context.Set<WorkspaceSettings>().SingleOrDefault()?.IdCode;
        transaction.Commit();
        return new TurnResult(leases, endpoints, workspaceCode ?? "", nextAt);
    }

    // One at a time shows as well as many whether an endpoint is back.
    private static int LimitOf(WebhookSubscription subscription) =>
        subscription.FailuresInARow > 0 || subscription.PausedUntil is not null
            ? 1
            : MostPerEndpoint;

    private void Mark(
        DataConnectorsDbContext context,
        DeliveryStatements statements,
        Dictionary<long, WebhookSubscription> subscriptions,
        IReadOnlyList<FinishedAttempt> finished
    )
    {
        foreach (var attempt in finished)
        {
            if (subscriptions.TryGetValue(attempt.Lease.SubscriptionId, out var subscription))
            {
                var stateBefore = subscription.State;
                var jitter = RandomNumberGenerator.GetInt32(1001) / 1000.0;
                var fate = DeliveryJudge.Judge(subscription, attempt, jitter);
                statements.Mark(ids.Next(), attempt, fate);
                if (
                    stateBefore != subscription.State
                    && subscription.State == SubscriptionState.Ended
                )
                {
                    GiveUp(context, subscription);
                }
            }
        }
    }

    /// <summary>Nobody is there any more to take what waits.</summary>
    private static void GiveUp(DataConnectorsDbContext context, WebhookSubscription subscription) =>
        context
            .Set<WebhookDelivery>()
            .Where(delivery =>
                delivery.SubscriptionId == subscription.Id
                && delivery.State == DeliveryState.Pending
            )
            .ExecuteUpdate(update =>
                update
                    .SetProperty(delivery => delivery.State, DeliveryState.Failed)
                    .SetProperty(delivery => delivery.NextAttemptAt, (DateTimeOffset?)null)
                    .SetProperty(delivery => delivery.LastError, "The subscription ended.")
            );

    /// <summary>Makes deliveries of the oldest events; true when there are more.</summary>
    private bool FanOut(
        DeliveryStatements statements,
        IEnumerable<WebhookSubscription> subscriptions,
        DateTimeOffset now
    )
    {
        var events = statements.Events(EventsPerTurn);
        if (events.Count == 0)
        {
            return false;
        }

        var subscribers = subscriptions
            .Where(subscription => subscription.State != SubscriptionState.Ended)
            .SelectMany(subscription =>
                subscription.TopicList.Select(topic => (topic, subscription.Id))
            )
            .ToLookup(of => of.topic, of => of.Id, StringComparer.Ordinal);
        foreach (var happened in events)
        {
            foreach (var subscriptionId in subscribers[happened.Topic])
            {
                statements.Insert(ids.Next(), subscriptionId, happened, now);
            }

            statements.Forget(happened.Id);
        }

        return events.Count == EventsPerTurn;
    }
}
