using System.ComponentModel;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Queries;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>The Execution Results API: what was run, and running at once.</summary>
internal static class ExecutionResultEndpoints
{
    /// <summary>Maps the list, one, and the run.</summary>
    public static void MapExecutionResults(this IEndpointRouteBuilder endpoints)
    {
        var results = endpoints
            .MapGroup("/data_connectors/{data_connector_id}/execution_results")
            .WithTags("Data Connectors");
        results
            .MapGet("", ListAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("listDataConnectorExecutionResults")
            .WithSummary("List execution results for a data connector")
            .WithDescription(
                "Retrieve paginated execution logs for a specific data connector. Results from the last hour are returned by default. "
                    + "Use `start_ts` and `end_ts` to customize the time range. Request/response bodies are excluded by default. "
                    + "Use `include_bodies=true` to include them."
            )
            .Produces<ListBody<ExecutionResultWithBodies>>()
            .Produces<ErrorList>(StatusCodes.Status400BadRequest)
            .Produces<ErrorList>(StatusCodes.Status401Unauthorized)
            .Produces<ErrorList>(StatusCodes.Status403Forbidden)
            .Produces<ErrorList>(StatusCodes.Status404NotFound);
        results
            .MapGet("/{id}", GetAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("showDataConnectorExecutionResult")
            .WithSummary("Retrieve an execution result")
            .WithDescription(
                "Retrieve details for a specific data connector execution result. Always includes request/response bodies and the "
                    + "sanitised request URL."
            )
            .Produces<ExecutionResultWithBodies>()
            .Produces<ErrorList>(StatusCodes.Status401Unauthorized)
            .Produces<ErrorList>(StatusCodes.Status403Forbidden)
            .Produces<ErrorList>(StatusCodes.Status404NotFound);
        results
            .MapPost("", RunEndpoint.RunAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("runDataConnector")
            .WithSummary("Run a data connector now")
            .WithDescription(
                "Runs the live version: a real call with real effects. Answers with the execution result, bodies included, once it is "
                    + "stored durably; also where the run failed, with its error type."
            )
            .Accepts<RunBody>("application/json")
            .Produces<ExecutionResultWithBodies>(StatusCodes.Status201Created)
            .Produces<ErrorList>(StatusCodes.Status400BadRequest)
            .Produces<ErrorList>(StatusCodes.Status401Unauthorized)
            .Produces<ErrorList>(StatusCodes.Status403Forbidden)
            .Produces<ErrorList>(StatusCodes.Status404NotFound)
            .Produces<ErrorList>(StatusCodes.Status409Conflict)
            .Produces<ErrorList>(StatusCodes.Status422UnprocessableEntity)
            .Produces<ErrorList>(StatusCodes.Status500InternalServerError);
    }

    private static async Task<IResult> ListAsync(
        [FromRoute(Name = "data_connector_id")]
        [Description("The unique identifier for the data connector.")]
            string connectorId,
        [AsParameters] ExecutionResultQuery query,
        ConnectorQueries connectors,
        ListExecutionResults list,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var values = new QueryValues();
        var wanted = query.Read(WireText.IdOf(connectorId), values, clock.GetUtcNow());
        if (values.Refusal is { } refusal)
        {
            return refusal;
        }

        if (!await connectors.ExistsAsync(wanted.Filter.ConnectorId, cancellationToken))
        {
            return NotFound.DataConnector();
        }

        var page = await list.RunAsync(
            wanted.Filter,
            wanted.After,
            wanted.Size,
            wanted.IsWithBodies,
            cancellationToken
        );
        return wanted.IsWithBodies
            ? Answer(page, wanted.Size, ExecutionResultWithBodies.Of)
            : Answer(page, wanted.Size, ExecutionResultBody.Of);
    }

    private static async Task<IResult> GetAsync(
        [FromRoute(Name = "data_connector_id")]
        [Description("The unique identifier for the data connector.")]
            string connectorId,
        [FromRoute(Name = "id")]
        [Description("The unique identifier for the execution result.")]
            string executionId,
        ConnectorQueries connectors,
        ListExecutionResults list,
        CancellationToken cancellationToken
    )
    {
        var connector = WireText.IdOf(connectorId);
        if (!await connectors.ExistsAsync(connector, cancellationToken))
        {
            return NotFound.DataConnector();
        }

        return
            await list.FindAsync(connector, WireText.IdOf(executionId), cancellationToken)
                is { } row
            ? ApiJson.Result(ExecutionResultWithBodies.Of(row))
            : NotFound.ExecutionResult();
    }

    private static IResult Answer<T>(
        Page<ExecutionResultSummary> page,
        int size,
        Func<ExecutionResultSummary, T> bodyOf
    ) => ApiJson.Result(ListBody.Of([.. page.Items.Select(bodyOf)], size, page.NextCursor));
}
