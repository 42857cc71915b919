using DataConnectors.Core.Inbox;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Resolutions;

/// <summary>How many conversations a connector helped to resolve.</summary>
/// <param name="Used">Conversations in which an answer of Fin used its data.</param>
/// <param name="Resolved">Those of them that count as resolved by Fin now, confirmed or assumed.</param>
public sealed record ResolutionFigure(int Used, int Resolved)
{
    /// <summary>A connector whose data was not used.</summary>
    public static ResolutionFigure None { get; } = new(0, 0);

    /// <summary>0–1; null when it was not used.</summary>
    public double? Rate => Used == 0 ? null : (double)Resolved / Used;
}

/// <summary>
/// Counts conversations by connector in one statement. A conversation counts by the answers of the window: it is one for each connector that
/// was used in it, however often, and it is resolved or not as it stands now.
/// </summary>
public sealed class ReadResolution(
    IDbContextFactory<DataConnectorsDbContext> contexts,
    TimeProvider clock
)
{
    /// <summary>How far back it counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>The figures of the last 30 days by connector; a connector whose data was not used is absent.</summary>
    public async Task<IReadOnlyDictionary<long, ResolutionFigure>> RunAsync(
        IReadOnlyCollection<long> connectorIds,
        CancellationToken cancellationToken
    )
    {
        var since = clock.GetUtcNow() - Window;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .Set<ConversationAction>()
            .Where(action =>
                action.IsUsedInReply
                && action.CreatedAt >= since
                && connectorIds.Contains(action.ConnectorId)
            )
            .Select(action => new { action.ConnectorId, action.ConversationId })
            .Distinct()
            .Join(
                context.Set<Conversation>(),
                used => used.ConversationId,
                conversation => conversation.Id,
                (used, conversation) => new { used.ConnectorId, conversation.Resolution }
            )
            .GroupBy(used => used.ConnectorId)
            .Select(used => new
            {
                ConnectorId = used.Key,
                Used = used.Count(),
                Resolved = used.Count(each => each.Resolution != Resolution.None),
            })
            .ToDictionaryAsync(
                row => row.ConnectorId,
                row => new ResolutionFigure(row.Used, row.Resolved),
                cancellationToken
            );
    }
}
