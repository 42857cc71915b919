using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>Execution results go with age.</summary>
internal sealed class AgedExecutions : IAgedRows
{
    public string Name => "execution results";

    public Task<int> DeleteAsync(
        DataConnectorsDbContext context,
        DateTimeOffset before,
        int most,
        CancellationToken cancellationToken
    )
    {
        var records = context.Set<ExecutionRecord>();
        var batch = records
            .Where(record => record.StartedAt < before)
            .OrderBy(record => record.StartedAt)
            .Select(record => record.Id)
            .Take(most);
        return records
            .Where(record => batch.Contains(record.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
