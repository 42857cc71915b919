using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Webhooks;

/// <summary>Deliveries go with age as execution results do, those that still wait for a suspended endpoint included.</summary>
internal sealed class AgedDeliveries : IAgedRows
{
    public string Name => "webhook deliveries";

    public async Task<int> DeleteAsync(
        DataConnectorsDbContext context,
        DateTimeOffset before,
        int most,
        CancellationToken cancellationToken
    )
    {
        // Ids rise with time, so the oldest are the first, and no index on the time is needed.
        var oldest = context
            .Set<WebhookDelivery>()
            .OrderBy(delivery => delivery.Id)
            .Take(most)
            .Where(delivery => delivery.CreatedAt < before)
            .Select(delivery => delivery.Id);
        return await context
            .Set<WebhookDelivery>()
            .Where(delivery => oldest.Contains(delivery.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
