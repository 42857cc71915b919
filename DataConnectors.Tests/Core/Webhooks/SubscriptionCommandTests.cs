using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Webhooks;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Webhooks;

public sealed class SubscriptionCommandTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);

    [Fact]
    public async Task A_new_address_is_asked_with_head_and_a_known_one_is_not()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);

        var saved = await SaveAsync(workspace, appId, receiver.BaseUrl, EventTopics.ConnectorAlert);

        Assert.Null(saved.Value.Secret);
        Assert.Equal("HEAD", Assert.Single(receiver.Requests).Method);
        Assert.Equal([EventTopics.ConnectorAlert], (await workspace.SubscriptionAsync()).TopicList);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_head_is_a_problem_of_its_field()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = LoopbackApi
            .Start()
            .Answer("/moved", LoopbackAnswer.Text("", 301, ("Location", "/")));
        var appId = await workspace.AddAppAsync();

        var missing = await SaveAsync(
            workspace,
            appId,
            receiver.BaseUrl + "/none",
            EventTopics.All[0]
        );
        var moved = await SaveAsync(
            workspace,
            appId,
            receiver.BaseUrl + "/moved",
            EventTopics.All[0]
        );
        var inside = await SaveAsync(
            workspace,
            appId,
            "https://10.0.0.7/hooks",
            EventTopics.All[0]
        );
        var plain = await SaveAsync(
            workspace,
            appId,
            "http://hooks.example.com/",
            EventTopics.All[0]
        );
        var nothing = await SaveAsync(workspace, appId, " ");

        Assert.Contains("answered 404", Problem(missing, "url"), StringComparison.Ordinal);
        Assert.Contains("redirects (301)", Problem(moved, "url"), StringComparison.Ordinal);
        Assert.Contains("not a public address", Problem(inside, "url"), StringComparison.Ordinal);
        Assert.Contains("https://", Problem(plain, "url"), StringComparison.Ordinal);
        Assert.Contains("Enter the address", Problem(nothing, "url"), StringComparison.Ordinal);
        Assert.Contains("at least one topic", Problem(nothing, "topics"), StringComparison.Ordinal);
        Assert.Empty(await workspace.DeliveriesAsync());
    }

    [Fact]
    public async Task Without_the_permission_nothing_can_be_changed()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        var actor = Some.ActorWithoutPermission;

        var faults = new[]
        {
            (
                await workspace
                    .Database.Get<SaveSubscription>()
                    .RunAsync(actor, appId, receiver.BaseUrl, EventTopics.All, default)
            ).Failure,
            (
                await workspace.Database.Get<SuspendSubscription>().RunAsync(actor, appId, default)
            ).Failure,
            (
                await workspace.Database.Get<ResumeSubscription>().RunAsync(actor, appId, default)
            ).Failure,
            (
                await workspace.Database.Get<RotateWebhookSecret>().RunAsync(actor, appId, default)
            ).Failure,
            (
                await workspace.Database.Get<DeleteSubscription>().RunAsync(actor, appId, default)
            ).Failure,
            (await workspace.Database.Get<SendTest>().RunAsync(actor, appId, default)).Failure,
            (
                await workspace.Database.Get<ResendDelivery>().RunFailedAsync(actor, appId, default)
            ).Failure,
        };

        Assert.All(faults, fault => Assert.Equal(FaultKind.Forbidden, fault?.Kind));
    }

    [Fact]
    public async Task A_test_is_sent_at_once_also_while_suspended_and_stands_in_the_log()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var status = 200;
        await using var receiver = WebhookWorkspace.Receiver(_ =>
            LoopbackAnswer.Text("pong", status)
        );
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.Database.Get<SuspendSubscription>().RunAsync(Some.Actor, appId, default);
        var sendTest = workspace.Database.Get<SendTest>();

        var good = await sendTest.RunAsync(Some.Actor, appId, default);
        status = 500;
        var bad = await sendTest.RunAsync(Some.Actor, appId, default);

        Assert.Equal((200, null), (good.Value.Status, good.Value.Error));
        Assert.Equal(500, bad.Value.Status);
        var deliveries = await workspace.DeliveriesAsync();
        Assert.Equal(
            [DeliveryState.Delivered, DeliveryState.Failed],
            deliveries.Select(of => of.State)
        );
        Assert.All(
            await workspace.AttemptsAsync(),
            attempt => Assert.Equal("pong", attempt.Answer)
        );
        var sent = Some.Json(WebhookWorkspace.Notifications(receiver)[0].BodyText);
        Assert.Equal("ping", sent.GetProperty("topic").GetString());
        Assert.NotNull(WebhookWorkspace.Notifications(receiver)[0].Header("webhook-signature"));
        Assert.Equal(0, (await workspace.SubscriptionAsync()).FailuresInARow);
    }

    [Fact]
    public async Task Resending_sends_the_same_notification_again()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);
        var delivery = await workspace.DeliveryAsync();

        var count = await workspace
            .Database.Get<ResendDelivery>()
            .RunAsync(Some.Actor, appId, delivery.Id, default);
        await workspace.UntilAttemptsAsync(2);

        Assert.Equal(1, count.Value);
        var notifications = WebhookWorkspace.Notifications(receiver);
        Assert.Equal(notifications[0].Header("webhook-id"), notifications[1].Header("webhook-id"));
        Assert.Equal(
            FaultKind.NotFound,
            (await workspace.Database.Get<ResendDelivery>().RunAsync(Some.Actor, appId, 1, default))
                .Failure
                ?.Kind
        );
    }

    [Fact]
    public async Task All_failed_and_a_range_of_time_are_resent()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync(3);
        await workspace.UntilAttemptsAsync(3);
        clock.Advance(TimeSpan.FromHours(1));
        await workspace.HappenAsync(2);
        await workspace.UntilAttemptsAsync(5);
        await using (var context = await workspace.Database.Contexts.CreateDbContextAsync())
        {
            await context
                .Set<WebhookDelivery>()
                .OrderBy(of => of.Id)
                .Take(1)
                .ExecuteUpdateAsync(update =>
                    update.SetProperty(of => of.State, DeliveryState.Failed)
                );
        }

        var resend = workspace.Database.Get<ResendDelivery>();
        var failed = await resend.RunFailedAsync(Some.Actor, appId, default);
        await workspace.UntilAttemptsAsync(6);
        var range = await resend.RunRangeAsync(
            Some.Actor,
            appId,
            Some.Instant.AddMinutes(1),
            Some.Instant.AddHours(2),
            default
        );
        await workspace.UntilAttemptsAsync(8);
        var backwards = await resend.RunRangeAsync(
            Some.Actor,
            appId,
            Some.Instant,
            Some.Instant,
            default
        );

        Assert.Equal((1, 2), (failed.Value, range.Value));
        Assert.Equal(FaultKind.Invalid, backwards.Failure?.Kind);
        Assert.All(
            await workspace.DeliveriesAsync(),
            of => Assert.Equal(DeliveryState.Delivered, of.State)
        );
    }

    [Fact]
    public async Task Deleting_takes_the_log_with_it_and_nothing_is_written_any_more()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(1);

        await workspace.Database.Get<DeleteSubscription>().RunAsync(Some.Actor, appId, default);
        var interest = workspace.Database.Get<IEventInterest>();
        await WebhookWorkspace.UntilAsync(() =>
            Task.FromResult(!interest.Wants(EventTopics.ExecutionCompleted))
        );

        Assert.Empty(await workspace.DeliveriesAsync());
        Assert.Empty(await workspace.AttemptsAsync());
    }

    [Fact]
    public async Task Deleting_an_app_leaves_nothing_of_its_webhook_also_while_it_is_being_told()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        var answered = 0;
        var release = new TaskCompletionSource();
        await using var receiver = WebhookWorkspace.Receiver(_ =>
        {
            Interlocked.Increment(ref answered);
            return LoopbackAnswer.Text("thanks").After(release.Task);
        });
        await using var other = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync(50);
        await WebhookWorkspace.UntilAsync(() => Task.FromResult(Volatile.Read(ref answered) == 16));

        await workspace.Database.Get<DeleteApp>().RunAsync(Some.Actor, appId, default);
        await workspace.HappenAsync();
        await WebhookWorkspace.UntilAsync(async () => await workspace.OutboxCountAsync() == 0);
        release.SetResult();

        Assert.False(
            workspace.Database.Get<IEventInterest>().Wants(EventTopics.ConnectorPublished)
        );
        Assert.Empty(await workspace.DeliveriesAsync());

        // Nobody else is held up by what was under way.
        await workspace.SubscribeAsync(other.BaseUrl);
        await workspace.HappenAsync(3);
        await workspace.UntilAttemptsAsync(3);
        await workspace.Dispatcher.StopAsync(default);
        Assert.Equal(3, (await workspace.AttemptsAsync()).Count);
        Assert.Equal(3, WebhookWorkspace.Notifications(other).Count);
        Assert.Equal(16, WebhookWorkspace.Notifications(receiver).Count);
    }

    [Fact]
    public async Task What_was_written_for_the_last_subscriber_goes_with_it()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.HappenAsync(600);
        await workspace.Database.Get<DeleteSubscription>().RunAsync(Some.Actor, appId, default);
        Assert.Equal(600, await workspace.OutboxCountAsync());

        await workspace.StartAsync();
        await WebhookWorkspace.UntilAsync(async () => await workspace.OutboxCountAsync() == 0);

        Assert.Empty(await workspace.DeliveriesAsync());
        Assert.Empty(WebhookWorkspace.Notifications(receiver));
    }

    [Fact]
    public async Task What_waits_for_a_suspended_webhook_is_sent_when_it_is_resumed()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.Database.Get<SuspendSubscription>().RunAsync(Some.Actor, appId, default);
        await workspace.StartAsync();
        await workspace.HappenAsync(3);
        await WebhookWorkspace.UntilAsync(async () =>
            (await workspace.DeliveriesAsync()).Count == 3
        );
        Assert.All(
            await workspace.DeliveriesAsync(),
            of =>
                Assert.Equal(
                    (DeliveryState.Pending, 0, null),
                    (of.State, of.Attempts, of.LeasedUntil)
                )
        );

        await workspace.Database.Get<ResumeSubscription>().RunAsync(Some.Actor, appId, default);
        await workspace.UntilAttemptsAsync(3);

        Assert.Equal(3, WebhookWorkspace.Notifications(receiver).Count);
    }

    [Fact]
    public async Task Events_that_were_not_handed_on_and_deliveries_that_wait_go_with_age()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        var (appId, _) = await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.Database.Get<SuspendSubscription>().RunAsync(Some.Actor, appId, default);
        await workspace.StartAsync();
        await workspace.HappenAsync(2);
        await WebhookWorkspace.UntilAsync(async () =>
            (await workspace.DeliveriesAsync()).Count == 2
        );
        await workspace.Dispatcher.StopAsync(default);
        await workspace.HappenAsync(3);
        clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));
        await workspace.HappenAsync();

        Assert.Equal(5, await workspace.Database.Get<LogRetention>().PurgeAsync(default));

        Assert.Empty(await workspace.DeliveriesAsync());
        Assert.Equal(1, await workspace.OutboxCountAsync());
    }

    [Fact]
    public async Task Deliveries_go_with_age()
    {
        await using var workspace = await WebhookWorkspace.CreateAsync(clock);
        await using var receiver = WebhookWorkspace.Receiver();
        await workspace.SubscribeAsync(receiver.BaseUrl);
        await workspace.StartAsync();
        await workspace.HappenAsync(3);
        await workspace.UntilAttemptsAsync(3);
        clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));
        await workspace.HappenAsync();
        await workspace.UntilAttemptsAsync(4);

        Assert.Equal(3, await workspace.Database.Get<LogRetention>().PurgeAsync(default));

        Assert.Single(await workspace.DeliveriesAsync());
        Assert.Single(await workspace.AttemptsAsync());
    }

    private static Task<Outcome<SavedSubscription, Fault>> SaveAsync(
        WebhookWorkspace workspace,
        long appId,
        string url,
        params string[] topics
    ) =>
        workspace
            .Database.Get<SaveSubscription>()
            .RunAsync(Some.Actor, appId, url, topics, default);

    private static string Problem(Outcome<SavedSubscription, Fault> outcome, string path) =>
        Assert.Single(outcome.Failure!.Problems, problem => problem.Path == path).Message;
}
