using DataConnectors.Core.Health;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Core.Health;

public sealed class HealthWindowTests
{
    [Theory]
    [InlineData(1, 1, 60)]
    [InlineData(24, 5, 288)]
    [InlineData(72, 15, 288)]
    [InlineData(7 * 24, 60, 168)]
    [InlineData(14 * 24, 120, 168)]
    public void A_bucket_suits_the_length_unless_one_is_given(int hours, int minutes, int buckets)
    {
        var window = HealthWindow
            .Of(Some.Instant.AddHours(-hours), to: null, bucketMinutes: null, Some.Instant)
            .Value;

        Assert.Equal(TimeSpan.FromMinutes(minutes), window.Bucket);
        Assert.Equal(buckets, window.Buckets);
    }

    [Fact]
    public void Every_instant_of_a_window_lies_in_one_of_its_buckets()
    {
        var window = HealthWindow
            .Of(Some.Instant, Some.Instant.AddMinutes(61), bucketMinutes: 30, Some.Instant)
            .Value;

        Assert.Equal(3, window.Buckets);
        Assert.Equal(0, window.BucketOf(window.From));
        Assert.Equal(1, window.BucketOf(Some.Instant.AddMinutes(30)));
        Assert.Equal(2, window.BucketOf(window.To.AddMilliseconds(-1)));
        Assert.Equal(Some.Instant.AddMinutes(60), window.StartOf(2));
    }

    [Fact]
    public void The_largest_window_of_the_smallest_buckets_is_refused() =>
        Assert.Equal(
            "bucketSizeMinutes",
            HealthWindow
                .Of(Some.Instant.AddDays(-14), Some.Instant, bucketMinutes: 67, Some.Instant)
                .Failure!.Problems[0]
                .Path
        );

    [Fact]
    public void Percentiles_are_values_that_were_met()
    {
        Assert.Null(Percentiles.Of([]));
        Assert.Equal(new Percentiles(7, 7, 7), Percentiles.Of([7]));
        Assert.Equal(new Percentiles(1, 2, 2), Percentiles.Of([2, 1]));
        Assert.Equal(
            new Percentiles(500, 950, 990),
            Percentiles.Of([.. Enumerable.Range(1, 1000).Reverse()])
        );
    }
}
