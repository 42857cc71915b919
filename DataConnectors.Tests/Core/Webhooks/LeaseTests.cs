using DataConnectors.Core.Kernel;
using DataConnectors.Core.Webhooks;
using DataConnectors.Core.Webhooks.Delivering;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Webhooks;

public sealed class LeaseTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);

    [Fact]
    public async Task Dispatchers_of_one_database_share_the_deliveries_and_send_none_twice()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync(200);
        var first = Turn(workspace);
        var second = Turn(workspace);

        var ofFirst = first.Run([], [], new Dictionary<long, int>(), mayLease: true);
        var ofSecond = second.Run([], [], new Dictionary<long, int>(), mayLease: true);

        Assert.Equal(128, ofFirst.Leases.Count);
        Assert.Equal(72, ofSecond.Leases.Count);
        Assert.Empty(
            ofFirst
                .Leases.Select(lease => lease.Id)
                .Intersect(ofSecond.Leases.Select(lease => lease.Id))
        );
        Assert.Equal(200, (await workspace.DeliveriesAsync()).Count);
    }

    [Fact]
    public async Task What_a_killed_dispatcher_had_leased_is_sent_when_the_lease_has_run_out()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync();
        Turn(workspace).Run([], [], new Dictionary<long, int>(), mayLease: true);

        await workspace.StartAsync();
        clock.Advance(DeliveryTurn.LeaseTime - TimeSpan.FromMilliseconds(1));
        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);
        var before = WebhookWorkspace.Notifications(receiver);
        clock.Advance(DeliveryTurn.Poll);
        await workspace.UntilAttemptsAsync(2);

        Assert.Single(before);
        var again = WebhookWorkspace.Notifications(receiver)[1];
        Assert.Equal(2, Some.Json(again.BodyText).GetProperty("delivery_attempts").GetInt32());
        Assert.Equal(
            Some.Instant.ToUnixTimeSeconds(),
            Some.Json(again.BodyText).GetProperty("first_sent_at").GetInt64()
        );
    }

    [Fact]
    public async Task A_failure_that_is_noted_after_another_has_delivered_changes_nothing()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync();
        var slow = Turn(workspace);
        var lease = slow.Run([], [], new Dictionary<long, int>(), mayLease: true).Leases[0];
        clock.Advance(DeliveryTurn.LeaseTime);
        await workspace.StartAsync();
        await workspace.UntilAttemptsAsync(1);

        var late = new EndpointAnswer(500, "", "late", RetryAfter: null, TimeSpan.Zero);
        slow.Run(
            [new FinishedAttempt(lease, late, clock.GetUtcNow())],
            [],
            new Dictionary<long, int>(),
            mayLease: false
        );

        var delivery = await workspace.DeliveryAsync();
        Assert.Equal(DeliveryState.Delivered, delivery.State);
        Assert.Null(delivery.LastError);
        Assert.Equal(2, (await workspace.AttemptsAsync()).Count);
    }

    [Fact]
    public async Task What_was_leased_ahead_is_given_back_untouched_when_the_endpoint_fails()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var answered = 0;
        var release = new TaskCompletionSource();
        await using var receiver = WebhookWorkspace.Receiver(_ =>
        {
            Interlocked.Increment(ref answered);
            return LoopbackAnswer.Text("out of order", 500).After(release.Task);
        });
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync(100);
        await workspace.StartAsync();
        await WebhookWorkspace.UntilAsync(async () =>
            Volatile.Read(ref answered) == 16
            && (await workspace.DeliveriesAsync()).All(of => of.LeasedUntil is not null)
        );

        release.SetResult();
        await workspace.UntilAttemptsAsync(16);
        await WebhookWorkspace.UntilAsync(async () =>
            (await workspace.DeliveriesAsync()).All(of => of.LeasedUntil is null)
        );

        // The endpoint is paused, the clock stands still: only the sixteen that were under way were sent.
        Assert.Equal(16, answered);
        Assert.Equal(
            84,
            (await workspace.DeliveriesAsync()).Count(of =>
                of is { Attempts: 0, FirstSentAt: null }
            )
        );
    }

    [Fact]
    public async Task Stopping_gives_back_what_was_leased_and_not_begun()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var answered = 0;
        var release = new TaskCompletionSource();
        await using var receiver = WebhookWorkspace.Receiver(_ =>
        {
            Interlocked.Increment(ref answered);
            return LoopbackAnswer.Text("thanks").After(release.Task);
        });
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync(100);
        await workspace.StartAsync();
        await WebhookWorkspace.UntilAsync(() => Task.FromResult(Volatile.Read(ref answered) == 16));

        var stopping = workspace.Dispatcher.StopAsync(default);
        release.SetResult();
        await stopping;

        var deliveries = await workspace.DeliveriesAsync();
        Assert.All(deliveries, of => Assert.Null(of.LeasedUntil));
        Assert.Equal(16, deliveries.Count(of => of.State == DeliveryState.Delivered));
        Assert.Equal(84, deliveries.Count(of => of is { Attempts: 0, FirstSentAt: null }));
    }

    [Fact]
    public async Task Suspending_stops_what_was_leased_ahead()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var answered = 0;
        var release = new TaskCompletionSource();
        await using var receiver = WebhookWorkspace.Receiver(_ =>
        {
            Interlocked.Increment(ref answered);
            return LoopbackAnswer.Text("thanks").After(release.Task);
        });
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync(100);
        await workspace.StartAsync();
        await WebhookWorkspace.UntilAsync(() => Task.FromResult(Volatile.Read(ref answered) == 16));

        await workspace.Database.Get<SuspendSubscription>().RunAsync(Some.Actor, appId, default);
        await workspace.HappenAsync();
        await WebhookWorkspace.UntilAsync(async () => await workspace.OutboxCountAsync() == 0);
        release.SetResult();
        await WebhookWorkspace.UntilAsync(async () =>
            (await workspace.DeliveriesAsync()).All(of => of.LeasedUntil is null)
        );

        Assert.Equal(16, WebhookWorkspace.Notifications(receiver).Count);
        Assert.Equal(
            85,
            (await workspace.DeliveriesAsync()).Count(of => of.State == DeliveryState.Pending)
        );
    }

    // Another process: nothing in memory is shared with the workspace's own dispatcher.
    private DeliveryTurn Turn(WebhookWorkspace workspace) =>
        new(
            workspace.Database.Contexts,
            new SubscriptionInterest(),
            workspace.Database.Get<IdGenerator>(),
            clock
        );
}
