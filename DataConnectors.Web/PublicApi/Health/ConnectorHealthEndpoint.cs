using System.ComponentModel;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Health;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Reference;
using DataConnectors.Web.PublicApi.Requests;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.Health;

/// <summary>How a connector did, computed from its stored executions.</summary>
internal static class ConnectorHealthEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapConnectorHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/data_connectors/{data_connector_id}/health", GetAsync)
            .RequireAuthorization(ApiAccess.ReadConnectors)
            .WithTags("Data Connectors")
            .WithName("showDataConnectorHealth")
            .WithSummary("Retrieve the health of a data connector")
            .WithDescription(
                "Success rate, percentiles of latency and payload size, statuses and failures, in all and as a time series of at most "
                    + "300 buckets. The last seven days by default, at most 14."
            )
            .DescribesInteger(
                "start_ts",
                "Unix timestamp for start of time range (default 7 days before its end)."
            )
            .DescribesInteger("end_ts", "Unix timestamp for end of time range (default now).")
            .DescribesInteger(
                "bucket_size_minutes",
                "How long a bucket of the time series is (default: what suits the time range)."
            )
            .Produces<DataConnectorHealth>()
            .ProducesErrors(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static async Task<IResult> GetAsync(
        [FromRoute(Name = "data_connector_id")]
        [Description("The unique identifier for the data connector.")]
            string connectorId,
        [FromQuery(Name = "start_ts")] string? startTs,
        [FromQuery(Name = "end_ts")] string? endTs,
        [FromQuery(Name = "bucket_size_minutes")] string? bucketSizeMinutes,
        ConnectorQueries connectors,
        ReadHealth health,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var values = new QueryValues();
        var from = values.Timestamp("start_ts", startTs);
        var to = values.Timestamp("end_ts", endTs);
        var bucket = values.Number("bucket_size_minutes", bucketSizeMinutes);
        HealthWindow? window = null;
        if (values.Refusal is null)
        {
            HealthWindow.Of(from, to, bucket, clock.GetUtcNow()).TryGet(out window, out var fault);
            foreach (var problem in fault?.Problems ?? [])
            {
                values.Refuse(problem.Message, ApiErrors.FieldOf(problem.Path));
            }
        }

        if (values.Refusal is { } refusal)
        {
            return refusal;
        }

        var connector = WireId.Read(connectorId);
        return await connectors.FindStampAsync(connector, cancellationToken) is not null
            ? ApiJson.Result(
                DataConnectorHealth.Of(
                    connector,
                    await health.RunAsync(connector, window!, cancellationToken)
                )
            )
            : NotFound.DataConnector();
    }
}
