using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>Rows of one table that go with age as execution results do.</summary>
/// <param name="name">What they are, for the log.</param>
internal sealed class AgedRows<TRow>(string name) : IAgedRows
    where TRow : class, IAged
{
    public string Name => name;

    public async Task<int> DeleteAsync(
        DataConnectorsDbContext context,
        DateTimeOffset before,
        int most,
        CancellationToken cancellationToken
    )
    {
        // Ids rise with time, so the oldest are the first, and no index on the time is needed.
        var oldest = context
            .Set<TRow>()
            .OrderBy(row => row.Id)
            .Take(most)
            .Where(row => row.CreatedAt < before)
            .Select(row => row.Id);
        return await context
            .Set<TRow>()
            .Where(row => oldest.Contains(row.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
