using System.Text.Json.Serialization;
using DataConnectors.Core.Health;

namespace DataConnectors.Web.PublicApi.Health;

/// <summary>How a data connector did.</summary>
/// <param name="DataConnectorId">The data connector.</param>
/// <param name="StartTs">The beginning of the time range, a Unix timestamp.</param>
/// <param name="EndTs">Its end.</param>
/// <param name="BucketSizeMinutes">How long a bucket of the time series is.</param>
/// <param name="Summary">All of it.</param>
/// <param name="StatusBreakdown">How often the API answered each status, the most frequent first.</param>
/// <param name="FailureBreakdown">How often runs failed in each way, the most frequent first.</param>
/// <param name="TimeSeries">The time range bucket by bucket, those without a run as well; at most 300.</param>
internal sealed record DataConnectorHealth(
    string DataConnectorId,
    long StartTs,
    long EndTs,
    int BucketSizeMinutes,
    ExecutionFigures Summary,
    IReadOnlyList<StatusCount> StatusBreakdown,
    IReadOnlyList<FailureCount> FailureBreakdown,
    IReadOnlyList<ExecutionBucket> TimeSeries
)
{
    /// <summary>Always <c>data_connector.health</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Type => "data_connector.health";

    /// <summary>The health as it stands on the wire.</summary>
    public static DataConnectorHealth Of(long connectorId, ConnectorHealth health) =>
        new(
            WireId.Of(connectorId),
            health.Window.From.ToUnixTimeSeconds(),
            health.Window.To.ToUnixTimeSeconds(),
            (int)health.Window.Bucket.TotalMinutes,
            ExecutionFigures.Of(health.Total),
            [.. health.Statuses.Select(status => new StatusCount(status.What, status.Count))],
            [.. health.Failures.Select(failure => new FailureCount(failure.What, failure.Count))],
            [
                .. health.Buckets.Select(
                    (bucket, index) =>
                        new ExecutionBucket(
                            health.Window.StartOf(index).ToUnixTimeSeconds(),
                            ExecutionFigures.Of(bucket)
                        )
                ),
            ]
        );
}

/// <summary>The figures of a stretch of time.</summary>
internal record ExecutionFigures
{
    /// <summary>All executions.</summary>
    public required int Executions { get; init; }

    /// <summary>Those that succeeded.</summary>
    public required int Successes { get; init; }

    /// <summary>Those that failed.</summary>
    public required int Failures { get; init; }

    /// <summary>0–1; null when nothing ran.</summary>
    public required double? SuccessRate { get; init; }

    /// <summary>How long the API took to answer, in milliseconds; null when nothing was sent.</summary>
    public required ExecutionPercentiles? LatencyMs { get; init; }

    /// <summary>How many bytes the API answered; null when it never did.</summary>
    public required ExecutionPercentiles? PayloadBytes { get; init; }

    /// <summary>The figures as they stand on the wire.</summary>
    public static ExecutionFigures Of(HealthFigures figures) =>
        new()
        {
            Executions = figures.Runs,
            Successes = figures.Successes,
            Failures = figures.Runs - figures.Successes,
            SuccessRate = figures.SuccessRate is { } rate ? Math.Round(rate, 4) : null,
            LatencyMs = ExecutionPercentiles.Of(figures.LatencyMicroseconds, 1000.0),
            PayloadBytes = ExecutionPercentiles.Of(figures.PayloadBytes, 1),
        };
}

/// <summary>A bucket of the time series.</summary>
internal sealed record ExecutionBucket : ExecutionFigures
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public ExecutionBucket(long startTs, ExecutionFigures figures)
        : base(figures) => StartTs = startTs;

    /// <summary>When it begins, a Unix timestamp.</summary>
    [JsonPropertyOrder(-1)]
    public long StartTs { get; }
}

/// <summary>What half, 95 and 99 in a hundred do not exceed.</summary>
/// <param name="P50">What half do not exceed.</param>
/// <param name="P95">What 95 in a hundred do not exceed.</param>
/// <param name="P99">What 99 in a hundred do not exceed.</param>
internal sealed record ExecutionPercentiles(double P50, double P95, double P99)
{
    /// <summary>The values in the unit of the answer; null for none.</summary>
    public static ExecutionPercentiles? Of(Percentiles? values, double unit) =>
        values is null
            ? null
            : new(
                Math.Round(values.P50 / unit, 1),
                Math.Round(values.P95 / unit, 1),
                Math.Round(values.P99 / unit, 1)
            );
}

/// <summary>How often the API answered a status.</summary>
/// <param name="HttpStatus">The status; null where it did not answer.</param>
/// <param name="Count">How often.</param>
internal sealed record StatusCount(int? HttpStatus, int Count);

/// <summary>How often runs failed in one way.</summary>
/// <param name="ErrorType">One of the contract's error types.</param>
/// <param name="Count">How often.</param>
internal sealed record FailureCount(string ErrorType, int Count);
