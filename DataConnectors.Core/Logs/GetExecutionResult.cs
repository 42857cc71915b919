using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>Reads one execution result with everything that is stored of it.</summary>
public sealed class GetExecutionResult(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The record; null when this connector has no such execution, or it was deleted by age.</summary>
    public async Task<ExecutionRecord?> RunAsync(
        long connectorId,
        long executionId,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context
            .Set<ExecutionRecord>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                record => record.Id == executionId && record.ConnectorId == connectorId,
                cancellationToken
            );
        found?.ShapedResponseBody = StoredExecution.Shaped(
            found.ShapedResponseBody,
            found.RawResponseBody
        );
        return found;
    }
}
