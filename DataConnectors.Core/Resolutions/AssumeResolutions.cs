using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Resolutions;

/// <summary>
/// Ends the conversations whose person did not come back after Fin's answer: a minute after the start, then every five minutes. One in
/// which an answer used a connector's data counts as resolved, unless Fin was still waiting for something to go on, or the team wrote.
/// </summary>
public sealed class AssumeResolutions : PeriodicWork
{
    // A batch holds the only writer's lock, so it is kept to a few milliseconds with pauses for others between.
    private const int BatchSize = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly IDbContextFactory<DataConnectorsDbContext> contexts;
    private readonly ConversationChanges changes;
    private readonly FinEvents finEvents;
    private readonly IdGenerator ids;
    private readonly IOptions<ResolutionOptions> options;

    /// <summary>Prepares the work.</summary>
    public AssumeResolutions(
        IDbContextFactory<DataConnectorsDbContext> contexts,
        ConversationChanges changes,
        FinEvents finEvents,
        IdGenerator ids,
        IOptions<ResolutionOptions> options,
        TimeProvider clock,
        ILogger<AssumeResolutions> logger
    )
        : base(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), clock, logger)
    {
        this.contexts = contexts;
        this.changes = changes;
        this.finEvents = finEvents;
        this.ids = ids;
        this.options = options;
    }

    /// <summary>Ends every conversation that is due now; returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var ended = 0;
        while (true)
        {
            var count = await RunBatchAsync(cancellationToken);
            ended += count;
            if (count < BatchSize)
            {
                return ended;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override Task WorkAsync(CancellationToken cancellationToken) =>
        RunAsync(cancellationToken);

    private async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var before = now - options.Value.AssumedAfter;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(
            cancellationToken
        );
        var due = await context
            .Set<Conversation>()
            .Where(conversation =>
                conversation.FinStatus == FinStatus.AwaitingUserReply
                && conversation.UpdatedAt < before
                && conversation.PendingMessageId == null
            )
            .OrderBy(conversation => conversation.UpdatedAt)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        var written = await WrittenByTeamAsync(
            context,
            [.. due.Select(conversation => conversation.Id)],
            cancellationToken
        );
        foreach (var conversation in due)
        {
            await EndAsync(
                context,
                conversation,
                isOfTeam: conversation.AssigneeId is not null || written.Contains(conversation.Id),
                now,
                cancellationToken
            );
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        finEvents.Announce();
        foreach (var conversation in due)
        {
            changes.Publish(new ConversationChange.Updated(conversation.Id));
        }

        return due.Count;
    }

    private async Task EndAsync(
        DataConnectorsDbContext context,
        Conversation conversation,
        bool isOfTeam,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        conversation.FinStatus = FinStatus.Complete;

        // Somebody whom Fin asked for something, and who left, has no answer yet.
        if (!isOfTeam && !conversation.IsFinAsking)
        {
            conversation.Assume(now);
        }

        if (conversation.ResolvedAt == now)
        {
            context.Add(
                new ConversationEvent
                {
                    Id = ids.Next(),
                    ConversationId = conversation.Id,
                    Kind = ConversationEventKind.Resolved,
                    CreatedAt = now,
                }
            );
        }

        await finEvents.AddStatusAsync(
            context,
            conversation,
            FinStatus.Complete,
            reason: null,
            now,
            cancellationToken
        );
    }

    private static async Task<HashSet<long>> WrittenByTeamAsync(
        DataConnectorsDbContext context,
        List<long> conversationIds,
        CancellationToken cancellationToken
    ) =>
        [
            .. await context
                .Set<ConversationMessage>()
                .Where(message =>
                    conversationIds.Contains(message.ConversationId)
                    && message.Author == MessageAuthor.Teammate
                    && !message.IsNote
                )
                .Select(message => message.ConversationId)
                .Distinct()
                .ToListAsync(cancellationToken),
        ];
}
