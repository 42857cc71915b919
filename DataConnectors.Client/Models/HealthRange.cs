using Refit;

namespace DataConnectors.Client.Models;

/// <summary>Which time the health of a connector is computed over.</summary>
public sealed record HealthRange
{
    /// <summary>Since when; 7 days before <see cref="Until"/> when null, at most 14.</summary>
    [AliasAs("start_ts")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when; now when null.</summary>
    [AliasAs("end_ts")]
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many minutes one bucket of the time series spans; the server chooses when null.</summary>
    [AliasAs("bucket_size_minutes")]
    public int? BucketSizeMinutes { get; init; }
}
