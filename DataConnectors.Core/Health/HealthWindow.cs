using System.Globalization;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Health;

/// <summary>A stretch of time, cut into buckets of one size; the last may be shorter.</summary>
public sealed record HealthWindow
{
    /// <summary>The longest stretch; executions are kept as long unless the operator says otherwise.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>The stretch when no beginning is given.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromDays(7);

    /// <summary>The most buckets of one answer.</summary>
    public const int MostBuckets = 300;

    private static readonly int[] DefaultMinutes = [1, 5, 15, 30, 60, 120];

    private HealthWindow(DateTimeOffset from, DateTimeOffset to, TimeSpan bucket)
    {
        From = from;
        To = to;
        Bucket = bucket;
    }

    /// <summary>The first instant.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset To { get; }

    /// <summary>The length of a bucket, in whole minutes.</summary>
    public TimeSpan Bucket { get; }

    /// <summary>How many buckets there are.</summary>
    public int Buckets => Count(From, To, Bucket);

    /// <summary>The window that is asked for, or what is wrong with it.</summary>
    /// <param name="from">Its beginning; null for seven days before its end.</param>
    /// <param name="to">Its end; null for now.</param>
    /// <param name="bucketMinutes">The size of a bucket; null for one that suits the length.</param>
    /// <param name="now">The present instant.</param>
    public static Outcome<HealthWindow, Fault> Of(
        DateTimeOffset? from,
        DateTimeOffset? to,
        int? bucketMinutes,
        DateTimeOffset now
    )
    {
        var end = to ?? now;
        var start = from ?? end - Default;
        if (start >= end)
        {
            return Fault.Invalid("startTs", "The time range must begin before it ends.");
        }

        if (end - start > Longest)
        {
            return Fault.Invalid(
                "startTs",
                $"The time range must not be longer than {Longest.TotalDays} days."
            );
        }

        if (bucketMinutes is < 1)
        {
            return Fault.Invalid("bucketSizeMinutes", "A bucket must be at least one minute long.");
        }

        var bucket = TimeSpan.FromMinutes(
            bucketMinutes
                ?? DefaultMinutes.First(minutes =>
                    Count(start, end, TimeSpan.FromMinutes(minutes)) <= MostBuckets
                )
        );
        if (Count(start, end, bucket) > MostBuckets)
        {
            var least = Math.Ceiling((end - start).TotalMinutes / MostBuckets);
            return Fault.Invalid(
                "bucketSizeMinutes",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A bucket must be at least {least} minutes long for this time range: there are at most {MostBuckets}."
                )
            );
        }

        return new HealthWindow(start, end, bucket);
    }

    /// <summary>When the bucket begins.</summary>
    public DateTimeOffset StartOf(int bucket) => From + bucket * Bucket;

    /// <summary>The bucket in which the instant, which is in the window, lies.</summary>
    public int BucketOf(DateTimeOffset instant) => (int)((instant - From).Ticks / Bucket.Ticks);

    private static int Count(DateTimeOffset from, DateTimeOffset to, TimeSpan bucket) =>
        (int)Math.Min(int.MaxValue, ((to - from).Ticks + bucket.Ticks - 1) / bucket.Ticks);
}
