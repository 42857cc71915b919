using DataConnectors.Core.Webhooks;
using DataConnectors.Core.Webhooks.Delivering;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Webhooks;

/// <summary>A receiver that fails in every way. The clock belongs to the test, so a day of retries takes no time.</summary>
public sealed class FailingReceiverTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);

    public static TheoryData<string, LoopbackAnswer, int?, string> Failures =>
        new()
        {
            { "500", LoopbackAnswer.Text("boom", 500), 500, "answered 500" },
            { "404", LoopbackAnswer.Text("", 404), 404, "answered 404" },
            {
                "redirect",
                LoopbackAnswer.Text("", 302, ("Location", "https://example.com/")),
                302,
                "Redirects are not followed"
            },
            { "reset", LoopbackAnswer.Reset(), null, "reset the connection" },
            {
                "no HTTP",
                LoopbackAnswer.Raw("SMTP ready\r\n\r\n"u8.ToArray()).ThenClose(),
                null,
                "not valid HTTP"
            },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_is_written_down_and_tried_again(
        string _,
        LoopbackAnswer failure,
        int? status,
        string message
    )
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var fails = true;
        await using var receiver = WebhookWorkspace.Receiver(_ =>
            fails ? failure : LoopbackAnswer.Text("thanks")
        );
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();

        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);
        var failed = await workspace.DeliveryAsync();
        fails = false;
        clock.Advance(failed.NextAttemptAt!.Value - clock.GetUtcNow());
        await workspace.UntilAttemptsAsync(2);

        Assert.Equal(
            (DeliveryState.Pending, 1, status),
            (failed.State, failed.Attempts, failed.LastStatus)
        );
        Assert.Contains(message, failed.LastError, StringComparison.Ordinal);
        Assert.InRange(
            failed.NextAttemptAt.Value - Some.Instant,
            TimeSpan.FromSeconds(4.5),
            TimeSpan.FromSeconds(5.5)
        );
        var delivered = await workspace.DeliveryAsync();
        Assert.Equal(
            (DeliveryState.Delivered, 2, null),
            (delivered.State, delivered.Attempts, delivered.NextAttemptAt)
        );
        var notifications = WebhookWorkspace.Notifications(receiver);
        var ids = notifications.Select(request => request.Header("webhook-id")).Distinct();
        Assert.Single(ids);
        Assert.Equal(
            [1, 2],
            notifications.Select(request =>
                Some.Json(request.BodyText).GetProperty("delivery_attempts").GetInt32()
            )
        );
        Assert.Single(
            notifications
                .Select(request =>
                    Some.Json(request.BodyText).GetProperty("first_sent_at").GetInt64()
                )
                .Distinct()
        );
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_tried_again()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await receiver.DisposeAsync();
        await workspace.StartAsync();

        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);

        var delivery = await workspace.DeliveryAsync();
        Assert.Equal((DeliveryState.Pending, 1), (delivery.State, delivery.Step));
        Assert.Contains(
            "The endpoint refused the connection",
            delivery.LastError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_receiver_that_hangs_has_five_seconds()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver(_ =>
            LoopbackAnswer.Text("late").After(TimeSpan.FromHours(1))
        );
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();

        await workspace.HappenAsync();
        await WebhookWorkspace.UntilAsync(() =>
            Task.FromResult(WebhookWorkspace.Notifications(receiver).Count == 1)
        );
        clock.Advance(EndpointCalls.Patience);
        await workspace.UntilAttemptsAsync(1);

        var attempt = Assert.Single(await workspace.AttemptsAsync());
        Assert.Equal(5_000, attempt.DurationMs);
        Assert.Contains("did not answer within 5 seconds", attempt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_huge_answer_the_beginning_is_kept()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var chunk = new byte[16 * 1024];
        Array.Fill(chunk, (byte)'x');
        await using var receiver = WebhookWorkspace.Receiver(_ =>
            LoopbackAnswer.Chunked(Enumerable.Repeat(chunk, int.MaxValue))
        );
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();

        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);

        Assert.Equal(new string('x', 1024), Assert.Single(await workspace.AttemptsAsync()).Answer);
        Assert.Equal(DeliveryState.Delivered, (await workspace.DeliveryAsync()).State);
    }

    [Fact]
    public async Task Too_many_slows_all_of_the_subscription_down_for_as_long_as_asked()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var isBusy = true;
        await using var receiver = WebhookWorkspace.Receiver(_ =>
            isBusy
                ? LoopbackAnswer.Text("", 429, ("Retry-After", "120"))
                : LoopbackAnswer.Text("ok")
        );
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);

        var slowed = await workspace.SubscriptionAsync();
        var delivery = await workspace.DeliveryAsync();
        isBusy = false;
        await workspace.HappenAsync();
        await WebhookWorkspace.UntilAsync(async () => await workspace.OutboxCountAsync() == 0);
        clock.Advance(TimeSpan.FromSeconds(119));
        await workspace.HappenAsync();
        await WebhookWorkspace.UntilAsync(async () => await workspace.OutboxCountAsync() == 0);
        var sentWhileSlow = WebhookWorkspace.Notifications(receiver).Count;
        clock.Advance(TimeSpan.FromSeconds(1));
        await workspace.UntilAttemptsAsync(4);

        Assert.Equal(Some.Instant.AddSeconds(120), slowed.PausedUntil);
        Assert.Equal(Some.Instant.AddSeconds(120), delivery.NextAttemptAt);
        Assert.Equal((0, SubscriptionState.Active), (slowed.FailuresInARow, slowed.State));
        Assert.Equal(1, sentWhileSlow);
        Assert.All(
            await workspace.DeliveriesAsync(),
            of => Assert.Equal(DeliveryState.Delivered, of.State)
        );
        Assert.Null((await workspace.SubscriptionAsync()).PausedUntil);
    }

    [Fact]
    public async Task Gone_ends_the_subscription_and_what_waits_for_it()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver(_ => LoopbackAnswer.Text("", 410));
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync(40);
        await workspace.StartAsync();

        await WebhookWorkspace.UntilAsync(async () =>
            (await workspace.SubscriptionAsync()).State == SubscriptionState.Ended
            && (await workspace.DeliveriesAsync()).All(of => of.State == DeliveryState.Failed)
        );
        await workspace.HappenAsync();

        Assert.Equal(0, await workspace.OutboxCountAsync());
        Assert.Equal(40, (await workspace.DeliveriesAsync()).Count);
        Assert.Contains(
            "410 Gone",
            (await workspace.SubscriptionAsync()).Notice,
            StringComparison.Ordinal
        );
        var resumed = await workspace
            .Database.Get<ResumeSubscription>()
            .RunAsync(Some.Actor, appId, CancellationToken.None);
        Assert.False(resumed.IsSuccess);
    }

    [Fact]
    public async Task A_day_of_failures_uses_up_the_retries_and_suspends()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver(_ => LoopbackAnswer.Text("", 500));
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync();

        for (var attempt = 1; attempt <= RetrySchedule.Retries; attempt++)
        {
            await workspace.UntilAttemptsAsync(attempt);
            var next = (await workspace.DeliveryAsync()).NextAttemptAt!.Value;
            clock.Advance(next - clock.GetUtcNow());
        }

        await workspace.UntilAttemptsAsync(RetrySchedule.Retries + 1);

        var delivery = await workspace.DeliveryAsync();
        Assert.Equal(
            (DeliveryState.Failed, 11, null),
            (delivery.State, delivery.Attempts, delivery.NextAttemptAt)
        );
        Assert.InRange(
            clock.GetUtcNow() - Some.Instant,
            TimeSpan.FromHours(21),
            TimeSpan.FromHours(27)
        );
        var subscription = await workspace.SubscriptionAsync();
        Assert.Equal(SubscriptionState.Suspended, subscription.State);
        Assert.Contains("11 attempts", subscription.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_suspended_and_what_waits_is_sent_after_it_is_resumed()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var fails = true;
        await using var receiver = WebhookWorkspace.Receiver(_ =>
            fails ? LoopbackAnswer.Text("", 503) : LoopbackAnswer.Text("ok")
        );
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync(30);
        await workspace.StartAsync();

        await WebhookWorkspace.UntilAsync(async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(20));
            return (await workspace.SubscriptionAsync()).State == SubscriptionState.Suspended;
        });
        var suspended = await workspace.SubscriptionAsync();
        var attempts = (await workspace.AttemptsAsync()).Count;
        await workspace.HappenAsync();
        await WebhookWorkspace.UntilAsync(async () => await workspace.OutboxCountAsync() == 0);
        clock.Advance(TimeSpan.FromHours(3));
        fails = false;
        var sentWhileSuspended = WebhookWorkspace.Notifications(receiver).Count;
        await workspace
            .Database.Get<ResumeSubscription>()
            .RunAsync(Some.Actor, appId, CancellationToken.None);
        await WebhookWorkspace.UntilAsync(async () =>
            (await workspace.DeliveriesAsync()).Count(of => of.State == DeliveryState.Delivered)
            == 31
        );

        Assert.True(suspended.FailuresInARow >= 20);
        Assert.True(clock.GetUtcNow() - suspended.FailingSince >= TimeSpan.FromHours(1));

        // The clock runs faster than the wire, so some attempts timed out before they arrived.
        Assert.InRange(sentWhileSuspended, 1, attempts + 16);
        Assert.Null((await workspace.SubscriptionAsync()).Notice);
    }

    [Fact]
    public async Task One_that_hangs_holds_up_no_other()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var slow = WebhookWorkspace.Receiver(_ =>
            LoopbackAnswer.Text("late").After(TimeSpan.FromHours(1))
        );
        await using var fast = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(slow.BaseUrl);
        await workspace.SubscribeAsync(fast.BaseUrl);
        await workspace.StartAsync();

        await workspace.HappenAsync(500);
        await WebhookWorkspace.UntilAsync(async () =>
            (await workspace.DeliveriesAsync()).Count(of => of.State == DeliveryState.Delivered)
            == 500
        );

        // The clock stood still, so none of the slow ones has even timed out.
        Assert.Equal(500, WebhookWorkspace.Notifications(fast).Count);
        Assert.InRange(WebhookWorkspace.Notifications(slow).Count, 1, 16);
        clock.Advance(EndpointCalls.Patience);
    }
}
