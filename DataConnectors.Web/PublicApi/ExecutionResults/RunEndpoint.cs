using System.ComponentModel;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Runs;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.ExecutionResults;

/// <summary>Runs a connector for a program, and promises the result only once it is durable.</summary>
internal static class RunEndpoint
{
    // A database that takes no record for so long is a fault that somebody must look at; the caller is not to wait for them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public static async Task<IResult> RunAsync(
        [FromRoute(Name = "data_connector_id")]
        [Description("The unique identifier for the data connector.")]
            string connectorId,
        HttpContext context,
        RunNow run,
        TimeProvider clock
    )
    {
        // Read as it stands: the values of inputs are texts, and no record has to be made of them.
        if (
            !(await RequestBody.ReadJsonAsync<RunDataConnectorRequest>(context, Nothing)).TryGet(
                out var json,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var errors = new List<ApiError>();
        var wanted = RunValues.Read(WireId.Read(connectorId), json, errors);
        if (errors.Count > 0)
        {
            return ApiErrors.Of(StatusCodes.Status422UnprocessableEntity, errors);
        }

        var outcome = await run.RunAsync(context.Grant().Actor, wanted, context.RequestAborted);
        if (!outcome.TryGet(out var finished, out var fault))
        {
            return fault.Kind switch
            {
                FaultKind.NotFound => NotFound.DataConnector(),
                FaultKind.Invalid => ApiErrors.Of(
                    StatusCodes.Status422UnprocessableEntity,
                    RunValues.ErrorsOf(fault)
                ),
                _ => ApiErrors.Of(fault),
            };
        }

        return await UnrecordedAsync(finished, clock) is { } why
            ? ApiErrors.Of(
                StatusCodes.Status500InternalServerError,
                ErrorCodes.ServerError,
                $"{WhatHappened(finished.Result)}, but {why} Its id is {WireId.Of(finished.Result.Id)}."
            )
            : Created(finished.Result, context);
    }

    /// <summary>Why there is no record; null when it is durable.</summary>
    private static async Task<string?> UnrecordedAsync(
        FinishedExecution finished,
        TimeProvider clock
    )
    {
        try
        {
            return await finished.Recording.WaitAsync(Patience, clock)
                ? null
                : "the database refused its record, so there is no execution result to be read. Our log says why.";
        }
        catch (TimeoutException)
        {
            return "the database has not taken its record yet. It is tried again until it does; look for the execution result later.";
        }
    }

    private static string WhatHappened(ExecutionResult result) =>
        result switch
        {
            { Response.Status: var status } =>
                $"The data connector ran and the API answered {status}",
            { HttpDuration: not null } => "The data connector ran and the API did not answer",
            _ => "The data connector ran and nothing was sent",
        };

    private static IResult Created(ExecutionResult result, HttpContext context)
    {
        var body = DataConnectorExecutionResult.Of(WrittenExecution.Of(result));
        context.Response.Headers.Location =
            $"/data_connectors/{body.DataConnectorId}/execution_results/{body.Id}";
        return ApiJson.Result(body, StatusCodes.Status201Created);
    }
}
