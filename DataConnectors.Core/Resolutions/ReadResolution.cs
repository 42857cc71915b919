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
        var resolved = context
            .Set<Conversation>()
            .Where(conversation => conversation.ResolvedAt != null)
            .Select(conversation => conversation.Id);
        return await context
            .Set<ConversationAction>()
            .Where(action =>
                action.IsUsedInReply
                && action.CreatedAt >= since
                && connectorIds.Contains(action.ConnectorId)
            )
            .GroupBy(action => action.ConnectorId)
            .Select(used => new
            {
                ConnectorId = used.Key,
                Used = used.Select(action => action.ConversationId).Distinct().Count(),
                Resolved = used.Where(action => resolved.Contains(action.ConversationId))
                    .Select(action => action.ConversationId)
                    .Distinct()
                    .Count(),
            })
            .ToDictionaryAsync(
                row => row.ConnectorId,
                row => new ResolutionFigure(row.Used, row.Resolved),
                cancellationToken
            );
    }
}
