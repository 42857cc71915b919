using System.Globalization;
using System.Runtime.InteropServices;

namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>What becomes of a delivery after an attempt.</summary>
/// <param name="State">How far it is.</param>
/// <param name="NextAttemptAt">When it is due again; null when it is not.</param>
/// <param name="Step">The retries of the schedule used up.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DeliveryFate(
    DeliveryState State,
    DateTimeOffset? NextAttemptAt,
    int Step
);

/// <summary>
/// Decides after every attempt when the delivery is tried again and how the endpoint is treated. An endpoint is suspended when a
/// delivery has used up its retries, or when <see cref="FailuresToSuspend"/> attempts in a row failed over at least
/// <see cref="TimeToSuspend"/>; 410 ends its subscription; 429, and 503 with <c>Retry-After</c>, pause it.
/// </summary>
internal static class DeliveryJudge
{
    public const int FailuresToSuspend = 20;
    public static readonly TimeSpan TimeToSuspend = TimeSpan.FromHours(1);

    /// <summary>How long an endpoint that says "too many" without saying for how long is left alone.</summary>
    public static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(30);

    // An endpoint that is down is asked at most once a minute, however much waits for it.
    private const int FailuresToPause = 5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Judges, and notes on the subscription what the attempt says of the endpoint.</summary>
    public static DeliveryFate Judge(
        WebhookSubscription subscription,
        FinishedAttempt attempt,
        double jitter
    )
    {
        var (lease, answer, now) = attempt;
        if (lease.Topic == WebhookPayload.TestTopic)
        {
            return JudgeTest(attempt);
        }

        if (answer.IsAccepted)
        {
            subscription.FailuresInARow = 0;
            subscription.FailingSince = null;
            subscription.PausedUntil = null;
            return new(DeliveryState.Delivered, NextAttemptAt: null, lease.Step);
        }

        switch (answer.Status)
        {
            case 410:
                End(subscription, now);
                return new(DeliveryState.Failed, NextAttemptAt: null, lease.Step);
            case 429:
                var until = now + (answer.RetryAfter ?? SlowDown);
                Pause(subscription, until);
                return new(DeliveryState.Pending, until, lease.Step);
            default:
                return Fail(subscription, attempt, jitter);
        }
    }

    /// <summary>A test is sent once, and nothing of the endpoint follows from it.</summary>
    public static DeliveryFate JudgeTest(FinishedAttempt attempt) =>
        new(
            attempt.Answer.IsAccepted ? DeliveryState.Delivered : DeliveryState.Failed,
            NextAttemptAt: null,
            attempt.Lease.Step
        );

    private static DeliveryFate Fail(
        WebhookSubscription subscription,
        FinishedAttempt attempt,
        double jitter
    )
    {
        var (lease, answer, now) = attempt;
        subscription.FailuresInARow++;
        subscription.FailingSince ??= now;
        if (RetrySchedule.After(lease.Step, jitter) is not { } delay)
        {
            Suspend(
                subscription,
                now,
                $"a notification was not accepted in {RetrySchedule.Retries + 1} attempts over a day"
            );
            return new(DeliveryState.Failed, NextAttemptAt: null, lease.Step);
        }

        if (answer is { Status: 503, RetryAfter: { } asked })
        {
            Pause(subscription, now + asked);
        }
        else if (subscription.FailuresInARow >= FailuresToPause)
        {
            var doublings = Math.Min(subscription.FailuresInARow - FailuresToPause, 6);
            var pause = TimeSpan.FromSeconds(1 << doublings);
            Pause(subscription, now + (pause < LongestPause ? pause : LongestPause));
        }

        if (
            subscription.FailuresInARow >= FailuresToSuspend
            && now - subscription.FailingSince >= TimeToSuspend
        )
        {
            Suspend(
                subscription,
                now,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the last {subscription.FailuresInARow} attempts failed. The latest: {answer.Error}"
                )
            );
        }

        var wait = answer.RetryAfter > delay ? answer.RetryAfter.Value : delay;
        return new(DeliveryState.Pending, now + wait, lease.Step + 1);
    }

    private static void Pause(WebhookSubscription subscription, DateTimeOffset until)
    {
        if (subscription.PausedUntil is not { } paused || paused < until)
        {
            subscription.PausedUntil = until;
        }
    }

    private static void End(WebhookSubscription subscription, DateTimeOffset now)
    {
        subscription.State = SubscriptionState.Ended;
        subscription.Notice =
            $"Ended on {Day(now)}: the endpoint answered 410 Gone. Save an address that works to begin again.";
    }

    private static void Suspend(WebhookSubscription subscription, DateTimeOffset now, string why)
    {
        // Of attempts that end together the first says why; and what has ended stays so.
        if (subscription.State == SubscriptionState.Active)
        {
            subscription.State = SubscriptionState.Suspended;
            subscription.Notice =
                $"Suspended on {Day(now)}: {why.TrimEnd('.')}. Mend the endpoint, then resume; what waits is sent then.";
        }
    }

    private static string Day(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
