using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>One row of the log, without bodies.</summary>
public sealed record ExecutionResultSummary(
    long Id,
    long ConnectorId,
    int? VersionNumber,
    DateTimeOffset StartedAt,
    string Source,
    bool IsSuccess,
    int? HttpStatus,
    string? ErrorType,
    string? ErrorMessage,
    TimeSpan Duration
);

/// <summary>Reads the log of a connector, newest first.</summary>
public sealed class ListExecutionResults(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>
    /// The page that begins at <paramref name="cursor"/>, the <see cref="Page{T}.NextCursor"/> of the page before; null for the
    /// first. A cursor that no page gave begins at the first page.
    /// </summary>
    public async Task<Page<ExecutionResultSummary>> RunAsync(
        ExecutionResultFilter filter,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = filter.Apply(context.Set<ExecutionRecord>().AsNoTracking());
        if (Cursor.Read(cursor) is { } lastSeen)
        {
            records = records.Where(record => record.Id < lastSeen);
        }

        var rows = await records
            .OrderByDescending(record => record.Id)
            .Take(PageSize + 1)
            .Select(record => new ExecutionResultSummary(
                record.Id,
                record.ConnectorId,
                record.VersionNumber,
                record.StartedAt,
                record.Source,
                record.IsSuccess,
                record.HttpStatus,
                record.ErrorType,
                record.ErrorMessage,
                TimeSpan.FromTicks(record.DurationMicroseconds * TimeSpan.TicksPerMicrosecond)
            ))
            .ToListAsync(cancellationToken);
        return Cursor.PageOf(rows, PageSize, row => row.Id);
    }
}
