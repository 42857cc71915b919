using System.ComponentModel;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Logs;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Lists;
using DataConnectors.Web.PublicApi.Reference;
using DataConnectors.Web.PublicApi.Requests;
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
            .DescribesPages(ExecutionResultQuery.OrdinaryPage, ExecutionResultQuery.LargestPage)
            .DescribesChoice(
                "success",
                "Filter by success status. Use `true`, `false`, or omit for all.",
                "true",
                "false"
            )
            .DescribesChoice("error_type", "Filter by error type.", ExecutionResultQuery.ErrorTypes)
            .DescribesInteger(
                "start_ts",
                "Unix timestamp for start of time range (default 1 hour ago)."
            )
            .DescribesInteger("end_ts", "Unix timestamp for end of time range (default now).")
            .DescribesChoice(
                "include_bodies",
                "Include request/response bodies in the response (default false).",
                "true",
                "false"
            )
            .Produces<ListPage<DataConnectorExecutionResult>>()
            .ProducesErrors(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        results
            .MapGet("/{id}", GetAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithName("showDataConnectorExecutionResult")
            .WithSummary("Retrieve an execution result")
            .WithDescription(
                "Retrieve details for a specific data connector execution result. Always includes request/response bodies and the "
                    + "sanitised request URL."
            )
            .Produces<DataConnectorExecutionResult>()
            .ProducesErrors(StatusCodes.Status404NotFound);
        results
            .MapPost("", RunEndpoint.RunAsync)
            .RequireAuthorization(ApiAccess.WriteConnectors)
            .WithName("runDataConnector")
            .WithSummary("Run a data connector now")
            .WithDescription(
                "Runs the live version: a real call with real effects. Answers with the execution result, bodies included, once it is "
                    + "stored durably; also where the run failed, with its error type. While results cannot be stored nothing is called, and the answer "
                    + "is 503."
            )
            .AcceptsJson<RunDataConnectorRequest>()
            .Produces<DataConnectorExecutionResult>(StatusCodes.Status201Created)
            .ProducesErrors(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status500InternalServerError,
                StatusCodes.Status503ServiceUnavailable
            );
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
        var wanted = query.Read(WireId.Read(connectorId), values, clock.GetUtcNow());
        if (values.Refusal is { } refusal)
        {
            return refusal;
        }

        var page = await list.RunAsync(
            wanted.Filter,
            wanted.After,
            wanted.Size,
            wanted.IsWithBodies,
            cancellationToken
        );
        if (
            page.Items.Count == 0
            && await connectors.FindStampAsync(wanted.Filter.ConnectorId, cancellationToken) is null
        )
        {
            return NotFound.DataConnector();
        }

        return wanted.IsWithBodies
            ? ApiJson.Result(ListPage.Of(page, wanted.Size, DataConnectorExecutionResult.Of))
            : ApiJson.Result(ListPage.Of(page, wanted.Size, DataConnectorExecutionResultHead.Of));
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
        var connector = WireId.Read(connectorId);
        if (await list.FindAsync(connector, WireId.Read(executionId), cancellationToken) is { } row)
        {
            return ApiJson.Result(DataConnectorExecutionResult.Of(row));
        }

        return await connectors.FindStampAsync(connector, cancellationToken) is null
            ? NotFound.DataConnector()
            : NotFound.ExecutionResult();
    }
}
