using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Inbox;

/// <summary>What programs were told goes with age as execution results do; the conversation itself stays.</summary>
internal sealed class AgedFinEvents : IAgedRows
{
    public string Name => "events of Fin";

    public async Task<int> DeleteAsync(
        DataConnectorsDbContext context,
        DateTimeOffset before,
        int most,
        CancellationToken cancellationToken
    )
    {
        // Ids rise with time, so the oldest are the first.
        var oldest = context
            .Set<FinEvent>()
            .OrderBy(happened => happened.Id)
            .Take(most)
            .Where(happened => happened.CreatedAt < before)
            .Select(happened => happened.Id);
        return await context
            .Set<FinEvent>()
            .Where(happened => oldest.Contains(happened.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
