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
        await workspace.HappenAsync(100);
        var first = Turn(workspace);
        var second = Turn(workspace);

        var ofFirst = first.Run([], new Dictionary<long, int>(), mayLease: true);
        var ofSecond = second.Run([], new Dictionary<long, int>(), mayLease: true);

        Assert.Equal(16, ofFirst.Leases.Count);
        Assert.Equal(16, ofSecond.Leases.Count);
        Assert.Empty(
            ofFirst
                .Leases.Select(of => of.Lease.Id)
                .Intersect(ofSecond.Leases.Select(of => of.Lease.Id))
        );
        Assert.Equal(100, (await workspace.DeliveriesAsync()).Count);
    }

    [Fact]
    public async Task What_a_killed_dispatcher_had_leased_is_sent_when_the_lease_has_run_out()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync();
        Turn(workspace).Run([], new Dictionary<long, int>(), mayLease: true);

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
        var lease = slow.Run([], new Dictionary<long, int>(), mayLease: true).Leases[0].Lease;
        clock.Advance(DeliveryTurn.LeaseTime);
        await workspace.StartAsync();
        await workspace.UntilAttemptsAsync(1);

        var late = new EndpointAnswer(500, "", "late", RetryAfter: null, TimeSpan.Zero);
        slow.Run(
            [new FinishedAttempt(lease, late, clock.GetUtcNow())],
            new Dictionary<long, int>(),
            mayLease: false
        );

        var delivery = await workspace.DeliveryAsync();
        Assert.Equal(DeliveryState.Delivered, delivery.State);
        Assert.Null(delivery.LastError);
        Assert.Equal(2, (await workspace.AttemptsAsync()).Count);
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
