using DataConnectors.Client.Models;
using Refit;

namespace DataConnectors.Client.Wire;

/// <summary>Execution results, and runs by programs. Reads need the scope for reading, runs <c>read_write_data_connectors</c>.</summary>
public interface IExecutionResultsApi
{
    /// <summary>One page of a connector's execution results, the newest first.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="filter">Which ones; those of the last hour when null.</param>
    /// <param name="perPage">1–30; 10 when null.</param>
    /// <param name="startingAfter">The cursor of the page; the first one when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/data_connectors/{connectorId}/execution_results")]
    Task<Page<ExecutionResult>> ListPageAsync(
        string connectorId,
        [Query] ExecutionResultFilter? filter = null,
        [AliasAs("per_page")] int? perPage = null,
        [AliasAs("starting_after")] string? startingAfter = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Every execution result of a connector, the newest first. Pages are fetched as they are needed.</summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="filter">Which ones; those of the last hour when null.</param>
    /// <param name="perPage">How many are fetched at once, 1–30; 10 when null.</param>
    PagedEnumerable<Page<ExecutionResult>, ExecutionResult> ListAsync(
        string connectorId,
        ExecutionResultFilter? filter = null,
        int? perPage = null
    ) => Paging.Of((cursor, ct) => ListPageAsync(connectorId, filter, perPage, cursor, ct));

    /// <summary>One execution result, with its bodies.</summary>
    [Get("/data_connectors/{connectorId}/execution_results/{id}")]
    Task<ExecutionResult> GetAsync(
        string connectorId,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Runs the live version now and gives its execution result, bodies included. A run that fails is an execution result, too, and no
    /// exception. Retries of this client never run it twice.
    /// </summary>
    /// <param name="connectorId">The connector.</param>
    /// <param name="run">What it begins with.</param>
    /// <param name="idempotencyKey">
    /// Names the run, so that asking again with the same key within a day gives the same result; one of its own when null.
    /// </param>
    /// <param name="cancellationToken">Ends the wait, not the run.</param>
    [Post("/data_connectors/{connectorId}/execution_results")]
    Task<ExecutionResult> RunAsync(
        string connectorId,
        [Body] RunRequest run,
        [Header("Idempotency-Key")] string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    );
}
