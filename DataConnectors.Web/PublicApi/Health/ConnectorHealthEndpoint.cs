using System.ComponentModel;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Health;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Queries;
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
            .Produces<HealthBody>()
            .Produces<ErrorList>(StatusCodes.Status400BadRequest)
            .Produces<ErrorList>(StatusCodes.Status401Unauthorized)
            .Produces<ErrorList>(StatusCodes.Status403Forbidden)
            .Produces<ErrorList>(StatusCodes.Status404NotFound);

    private static async Task<IResult> GetAsync(
        [FromRoute(Name = "data_connector_id")] string connectorId,
        [FromQuery(Name = "start_ts")]
        [Description("Unix timestamp for start of time range (default 7 days before its end).")]
            string? startTs,
        [FromQuery(Name = "end_ts")]
        [Description("Unix timestamp for end of time range (default now).")]
            string? endTs,
        [FromQuery(Name = "bucket_size_minutes")]
        [Description("How long a bucket is (default: what suits the time range).")]
            string? bucketSizeMinutes,
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

        var connector = WireText.IdOf(connectorId);
        return await connectors.ExistsAsync(connector, cancellationToken)
            ? ApiJson.Result(
                HealthBody.Of(
                    connector,
                    await health.RunAsync(connector, window!, cancellationToken)
                )
            )
            : NotFound.DataConnector();
    }
}
