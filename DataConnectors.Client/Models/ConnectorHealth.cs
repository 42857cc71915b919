using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>How a connector did.</summary>
public sealed record ConnectorHealth : TypedObject
{
    /// <summary>The connector.</summary>
    public string DataConnectorId { get; init; } = "";

    /// <summary>Since when.</summary>
    public DateTimeOffset StartTs { get; init; }

    /// <summary>Until when.</summary>
    public DateTimeOffset EndTs { get; init; }

    /// <summary>How many minutes one bucket of the time series spans.</summary>
    public int BucketSizeMinutes { get; init; }

    /// <summary>All of it.</summary>
    public HealthFigures Summary { get; init; } = new();

    /// <summary>How often the API answered each status, the most frequent first.</summary>
    public IReadOnlyList<StatusCount> StatusBreakdown { get; init; } = [];

    /// <summary>How often runs failed in each way, the most frequent first.</summary>
    public IReadOnlyList<FailureCount> FailureBreakdown { get; init; } = [];

    /// <summary>Bucket by bucket, those without a run as well.</summary>
    public IReadOnlyList<HealthBucket> TimeSeries { get; init; } = [];
}

/// <summary>The figures of a stretch of time.</summary>
public record HealthFigures : ApiObject
{
    /// <summary>All executions.</summary>
    public int Executions { get; init; }

    /// <summary>Those that succeeded.</summary>
    public int Successes { get; init; }

    /// <summary>Those that failed.</summary>
    public int Failures { get; init; }

    /// <summary>0–1; null when nothing ran.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>How long the API took to answer, in milliseconds; null when nothing was sent.</summary>
    public Percentiles? LatencyMs { get; init; }

    /// <summary>How many bytes the API answered; null when it never did.</summary>
    public Percentiles? PayloadBytes { get; init; }
}

/// <summary>A bucket of the time series.</summary>
public sealed record HealthBucket : HealthFigures
{
    /// <summary>When it begins.</summary>
    public DateTimeOffset StartTs { get; init; }
}

/// <summary>What half, 95 and 99 in a hundred do not exceed.</summary>
/// <param name="P50">Half of the values.</param>
/// <param name="P95">95 in a hundred.</param>
/// <param name="P99">99 in a hundred.</param>
public sealed record Percentiles(double P50, double P95, double P99);

/// <summary>How often the API answered a status.</summary>
/// <param name="HttpStatus">The status; null where it did not answer.</param>
/// <param name="Count">How often.</param>
public sealed record StatusCount(int? HttpStatus, int Count);

/// <summary>How often runs failed in one way.</summary>
/// <param name="ErrorType">The way.</param>
/// <param name="Count">How often.</param>
public sealed record FailureCount(ExecutionErrorType ErrorType, int Count);
