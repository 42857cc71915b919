using DataConnectors.Core.Credentials;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Events;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Webhooks.Signing;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Webhooks;

/// <summary>A subscription that was saved.</summary>
/// <param name="Secret">The secret of a new one, which is never shown again; null for one that was there.</param>
public sealed record SavedSubscription(SecretText? Secret);

/// <summary>Sets where an app is told of what. A new address must answer a HEAD request; saving one begins an ended subscription anew.</summary>
public sealed class SaveSubscription
{
    private readonly IDbContextFactory<DataConnectorsDbContext> contexts;
    private readonly EndpointCheck check;
    private readonly ISecretProtector protector;
    private readonly SubscriptionInterest interest;
    private readonly EventSignal signal;
    private readonly IdGenerator ids;
    private readonly TimeProvider clock;

    internal SaveSubscription(
        IDbContextFactory<DataConnectorsDbContext> contexts,
        EndpointCheck check,
        ISecretProtector protector,
        SubscriptionInterest interest,
        EventSignal signal,
        IdGenerator ids,
        TimeProvider clock
    )
    {
        this.contexts = contexts;
        this.check = check;
        this.protector = protector;
        this.interest = interest;
        this.signal = signal;
        this.ids = ids;
        this.clock = clock;
    }

    /// <summary>Saves; invalid with the problems of <c>url</c> and <c>topics</c>.</summary>
    public async Task<Outcome<SavedSubscription, Fault>> RunAsync(
        Actor actor,
        long appId,
        string url,
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        url = url.Trim();
        var problems = CheckTopics(topics);

        // The endpoint takes its time; the transaction, which holds up others, begins afterwards.
        if (
            !await IsInUseAsync(appId, url, cancellationToken)
            && await check.RunAsync(url, cancellationToken) is { } problem
        )
        {
            problems.Insert(0, problem);
        }

        return problems.Count > 0
            ? Fault.Invalid(problems)
            : await StoreAsync(
                appId,
                url,
                [.. EventTopics.All.Where(topics.Contains)],
                cancellationToken
            );
    }

    private static List<Problem> CheckTopics(IReadOnlyCollection<string> topics)
    {
        if (topics.Count == 0)
        {
            return [new Problem("topics", "Choose at least one topic.")];
        }

        return
        [
            .. topics
                .Except(EventTopics.All, StringComparer.Ordinal)
                .Select(topic => new Problem(
                    "topics",
                    $"\"{topic}\" is not a topic. Choose from: {string.Join(", ", EventTopics.All)}."
                )),
        ];
    }

    private async Task<bool> IsInUseAsync(
        long appId,
        string url,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<WebhookSubscription>()
            .AnyAsync(
                subscription =>
                    subscription.AppId == appId
                    && subscription.Url == url
                    && subscription.State != SubscriptionState.Ended,
                cancellationToken
            );
    }

    private async Task<Outcome<SavedSubscription, Fault>> StoreAsync(
        long appId,
        string url,
        IReadOnlyList<string> topics,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        if (!await context.Set<DeveloperApp>().AnyAsync(app => app.Id == appId, cancellationToken))
        {
            return Fault.NotFound("app");
        }

        var subscription = await context
            .Set<WebhookSubscription>()
            .FirstOrDefaultAsync(candidate => candidate.AppId == appId, cancellationToken);
        SecretText? secret = null;
        if (subscription is null)
        {
            secret = WebhookSecret.New();
            subscription = new WebhookSubscription
            {
                Id = ids.Next(),
                AppId = appId,
                Url = url,
                ProtectedSecret = protector.Protect(secret),
                CreatedAt = clock.GetUtcNow(),
            };
            context.Add(subscription);
        }
        else if (subscription.State == SubscriptionState.Ended)
        {
            subscription.StartAnew();
        }

        if (subscription.Url != url)
        {
            // Another endpoint has not asked for any pause.
            subscription.PausedUntil = null;
            subscription.FailuresInARow = 0;
            subscription.FailingSince = null;
        }

        subscription.Url = url;
        subscription.Topics = string.Join(' ', topics);
        await context.SaveChangesAsync(cancellationToken);
        interest.Widen(topics);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
        return new SavedSubscription(secret);
    }
}
