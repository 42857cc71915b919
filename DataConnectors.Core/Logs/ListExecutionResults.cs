using System.Linq.Expressions;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Logs;

/// <summary>Reads the log of a connector, newest first.</summary>
public sealed class ListExecutionResults(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The rows of one page where nobody says how many.</summary>
    public const int PageSize = 50;

    private static readonly Expression<Func<ExecutionRecord, ExecutionResultSummary>> Summary =
        record => new ExecutionResultSummary(
            record.Id,
            record.ConnectorId,
            record.VersionNumber,
            record.StartedAt,
            record.Source,
            record.ConversationId,
            record.IsSuccess,
            record.HttpStatus,
            record.ErrorType,
            record.ErrorMessage,
            TimeSpan.FromTicks(record.DurationMicroseconds * TimeSpan.TicksPerMicrosecond),
            record.Method,
            record.Url
        );

    /// <summary>
    /// The page that begins at <paramref name="cursor"/>, the <see cref="Page{T}.NextCursor"/> of the page before; null for the
    /// first. A cursor that no page gave begins at the first page.
    /// </summary>
    public Task<Page<ExecutionResultSummary>> RunAsync(
        ExecutionResultFilter filter,
        string? cursor,
        CancellationToken cancellationToken
    ) => RunAsync(filter, Cursor.Read(cursor), PageSize, isWithBodies: false, cancellationToken);

    /// <summary>The rows that come after the one of id <paramref name="after"/>; null for the newest.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The last row of the page before.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="isWithBodies">Whether to read what was sent and answered, too.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Page<ExecutionResultSummary>> RunAsync(
        ExecutionResultFilter filter,
        long? after,
        int size,
        bool isWithBodies,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var records = filter.Apply(context.Set<ExecutionRecord>().AsNoTracking());
        if (after is { } lastSeen)
        {
            records = records.Where(record => record.Id < lastSeen);
        }

        var rows = await records
            .OrderByDescending(record => record.Id)
            .Take(size + 1)
            .Select(Summary)
            .ToListAsync(cancellationToken);
        var page = Cursor.PageOf(rows, size, row => row.Id);
        return isWithBodies
            ? page with
            {
                Items = await WithBodiesAsync(context, page.Items, cancellationToken),
            }
            : page;
    }

    /// <summary>One row with its bodies; null when this connector has no such execution, or it was deleted by age.</summary>
    public async Task<ExecutionResultSummary?> FindAsync(
        long connectorId,
        long executionId,
        CancellationToken cancellationToken
    )
    {
        var page = await RunAsync(
            new ExecutionResultFilter { ConnectorId = connectorId, Id = executionId },
            after: null,
            size: 1,
            isWithBodies: true,
            cancellationToken
        );
        return page.Items.Count == 0 ? null : page.Items[0];
    }

    // By a statement of its own: the one above is not to read through bodies of rows that it leaves out.
    private static async Task<IReadOnlyList<ExecutionResultSummary>> WithBodiesAsync(
        DataConnectorsDbContext context,
        IReadOnlyList<ExecutionResultSummary> rows,
        CancellationToken cancellationToken
    )
    {
        var ids = rows.Select(row => row.Id).ToList();
        var bodies = await context
            .Set<ExecutionRecord>()
            .AsNoTracking()
            .Where(record => ids.Contains(record.Id))
            .Select(record => new
            {
                record.Id,
                record.RequestBody,
                record.ShapedResponseBody,
                record.RawResponseBody,
            })
            .ToDictionaryAsync(
                record => record.Id,
                record => new ExecutionBodies(
                    record.RequestBody,
                    StoredExecution.Shaped(record.ShapedResponseBody, record.RawResponseBody),
                    record.RawResponseBody
                ),
                cancellationToken
            );

        // A row that was deleted by age between the two statements has no bodies any more, and is left out with them.
        return
        [
            .. rows.Where(row => bodies.ContainsKey(row.Id))
                .Select(row => row with { Bodies = bodies[row.Id] }),
        ];
    }
}
