using System.Collections.Concurrent;
using DataConnectors.Core.Events;
using DataConnectors.Core.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>
/// Brings events to their subscribers, each at least once. One loop owns the database's side, a <see cref="DeliveryTurn"/> at a time;
/// the attempts run beside it, a bounded number for each endpoint, so that a slow one holds up no other. What is in memory is what is
/// leased; everything else stands in the database, where other dispatchers take what a killed one had leased.
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

    private readonly LeasedDeliveries leased = new(clock);
    private readonly ConcurrentDictionary<long, Task> sending = [];
    private readonly List<FinishedAttempt> unwritten = [];
    private readonly List<DeliveryLease> unreleased = [];
    private string workspaceCode = "";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await migrator.Migrated.WaitAsync(stoppingToken);
            while (true)
            {
                stoppingToken.ThrowIfCancellationRequested();
                var nextAt = TakeTurn(mayLease: true);
                Begin(stoppingToken);
                await WaitUntilAsync(nextAt, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is under way has seconds to live; writing it down spares the subscribers a repetition.
            leased.ReleaseAll();
            while (!sending.IsEmpty)
            {
                await Task.WhenAll(sending.Values);
            }

            TakeTurn(mayLease: false);
        }
    }

    /// <summary>
    /// Takes a turn with the attempts that ended, those that an earlier turn failed to write down among them; when the next one is due.
    /// </summary>
    /// <param name="mayLease">Whether new attempts may begin.</param>
    private DateTimeOffset TakeTurn(bool mayLease)
    {
        var (finished, released) = leased.Take();
        unwritten.AddRange(finished);
        unreleased.AddRange(released);
        if (!mayLease && unwritten.Count + unreleased.Count == 0)
        {
            return default;
        }

        try
        {
            var result = turn.Run(unwritten, unreleased, leased.Count(), mayLease);
            unwritten.Clear();
            unreleased.Clear();
            if (result.Leases.Count > 0)
            {
                workspaceCode = result.WorkspaceCode;
            }

            leased.Add(result);
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

    /// <summary>Begins as many attempts as may be under way.</summary>
    private void Begin(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && leased.Next() is var (endpoint, lease))
        {
            // Known before it can end.
            var ended = new TaskCompletionSource();
            sending[lease.Id] = ended.Task;
            _ = Task.Run(
                async () =>
                {
                    var attempt = await SendAsync(endpoint, lease);
                    var isTurnDue = leased.Finish(attempt);
                    Begin(stoppingToken);
                    sending.TryRemove(lease.Id, out _);
                    ended.SetResult();
                    if (isTurnDue)
                    {
                        signal.Wake();
                    }
                },
                CancellationToken.None
            );
        }
    }

    /// <summary>Makes the attempt. Never throws.</summary>
    private async Task<FinishedAttempt> SendAsync(WebhookEndpoint endpoint, DeliveryLease lease)
    {
        try
        {
            return await sender.SendAsync(endpoint, lease, workspaceCode, CancellationToken.None);
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
            return new FinishedAttempt(lease, answer, clock.GetUtcNow());
        }
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
