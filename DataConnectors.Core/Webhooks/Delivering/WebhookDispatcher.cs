using System.Collections.Concurrent;
using DataConnectors.Core.Events;
using DataConnectors.Core.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>
/// Brings events to their subscribers, each at least once. One loop owns the database's side, a <see cref="DeliveryTurn"/> at a time;
/// the attempts run beside it, a bounded number for each endpoint, so that a slow one holds up no other. What is in memory is what is
/// under way; everything else stands in the database, where other dispatchers take what a killed one had leased.
/// </summary>
internal sealed class WebhookDispatcher(
    DeliveryTurn turn,
    DeliverySender sender,
    EventSignal signal,
    DatabaseMigrator migrator,
    TimeProvider clock,
    ILogger<WebhookDispatcher> logger
) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<FinishedAttempt> finished = new();
    private readonly Dictionary<long, int> inFlight = [];
    private readonly ConcurrentDictionary<long, Task> sending = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var unwritten = new List<FinishedAttempt>();
        try
        {
            await migrator.Migrated.WaitAsync(stoppingToken);
            while (true)
            {
                stoppingToken.ThrowIfCancellationRequested();
                var nextAt = TakeTurn(unwritten, leases: true);
                await WaitUntilAsync(nextAt, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is under way has seconds to live; writing it down spares the subscribers a repetition.
            await Task.WhenAll(sending.Values);
            if (!finished.IsEmpty || unwritten.Count > 0)
            {
                TakeTurn(unwritten, leases: false);
            }
        }
    }

    /// <summary>Takes a turn and begins the attempts it leased; when the next one is due.</summary>
    /// <param name="unwritten">The attempts that ended and are not written down, also because an earlier turn failed.</param>
    /// <param name="leases">Whether new attempts may begin.</param>
    private DateTimeOffset TakeTurn(List<FinishedAttempt> unwritten, bool leases)
    {
        while (finished.TryDequeue(out var attempt))
        {
            unwritten.Add(attempt);
            inFlight[attempt.Lease.SubscriptionId]--;
        }

        try
        {
            var result = turn.Run(unwritten, inFlight, leases);
            unwritten.Clear();
            foreach (var (lease, endpoint) in result.Leases)
            {
                inFlight[lease.SubscriptionId] =
                    inFlight.GetValueOrDefault(lease.SubscriptionId) + 1;
                sending[lease.Id] = Task.Run(() =>
                    SendAsync(endpoint, lease, result.WorkspaceCode)
                );
            }

            return result.NextAt;
        }
        catch (Exception exception)
        {
            logger.LogError(
                exception,
                "Webhook deliveries could not be read or written; nothing is lost, and it is tried again"
            );
            return clock.GetUtcNow() + PauseAfterFailure;
        }
    }

    private async Task SendAsync(
        WebhookEndpoint endpoint,
        DeliveryLease lease,
        string workspaceCode
    )
    {
        FinishedAttempt attempt;
        try
        {
            attempt = await sender.SendAsync(
                endpoint,
                lease,
                workspaceCode,
                CancellationToken.None
            );
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Delivery {DeliveryId} could not be sent", lease.Id);
            var answer = new EndpointAnswer(
                Status: null,
                Body: null,
                "The notification could not be sent. The server's log says why.",
                RetryAfter: null,
                TimeSpan.Zero
            );
            attempt = new FinishedAttempt(lease, answer, clock.GetUtcNow());
        }

        finished.Enqueue(attempt);
        sending.TryRemove(lease.Id, out _);
        signal.Wake();
    }

    private async Task WaitUntilAsync(DateTimeOffset at, CancellationToken stoppingToken)
    {
        var wait = at - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var timer = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timer.Token,
            stoppingToken
        );

        // The clock may have moved on before the timer was set.
        if (clock.GetUtcNow() >= at)
        {
            return;
        }

        try
        {
            await signal.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Time for the next turn.
        }
    }
}
