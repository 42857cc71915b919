using DataConnectors.Core.Events;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Webhooks;

/// <summary>Events that could not be made deliveries of go with age too, so that the outbox does not grow for ever.</summary>
internal sealed class AgedEvents : IAgedRows
{
    public string Name => "events";

    public async Task<int> DeleteAsync(
        DataConnectorsDbContext context,
        DateTimeOffset before,
        int most,
        CancellationToken cancellationToken
    )
    {
        // Ids rise with time, so the oldest are the first.
        var oldest = context
            .Set<OutboxEvent>()
            .OrderBy(happened => happened.Id)
            .Take(most)
            .Where(happened => happened.CreatedAt < before)
            .Select(happened => happened.Id);
        return await context
            .Set<OutboxEvent>()
            .Where(happened => oldest.Contains(happened.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
