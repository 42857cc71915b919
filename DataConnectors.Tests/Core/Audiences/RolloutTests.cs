using CsCheck;
using DataConnectors.Core.Audiences;

namespace DataConnectors.Tests.Core.Audiences;

public sealed class RolloutTests
{
    [Fact]
    public void A_greater_share_only_adds_people() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.Long[1, long.MaxValue], Gen.Int[1, 99])
            .Sample(
                (person, connector, percent) =>
                    !new Rollout(percent, connector).Includes(person)
                    || new Rollout(percent + 1, connector).Includes(person),
                iter: 20_000
            );

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(73)]
    public void It_takes_about_the_share_it_says_even_of_ids_in_a_row(int percent)
    {
        var rollout = new Rollout(percent, Salt: 42);

        var included = Enumerable.Range(1_000_000, 100_000).Count(id => rollout.Includes(id));

        Assert.InRange(included, (percent * 1_000) - 600, (percent * 1_000) + 600);
    }

    [Fact]
    public void Two_connectors_do_not_choose_the_same_people()
    {
        var both = Enumerable
            .Range(1, 100_000)
            .Count(id => new Rollout(20, 7).Includes(id) && new Rollout(20, 8).Includes(id));

        Assert.InRange(both, 3_500, 4_500);
    }

    [Fact]
    public void Whoever_is_in_today_is_in_after_every_change_of_this_code() =>
        Assert.Equal(
            KnownPlaces,
            Enumerable
                .Range(1, 12)
                .Select(id =>
                    Enumerable
                        .Range(1, 100)
                        .First(percent => new Rollout(percent, 4_242).Includes(id * 1_000_003L))
                )
        );

    // Frozen: a place that changes shuts out people who were in.
    private static readonly int[] KnownPlaces = [5, 24, 98, 65, 82, 57, 8, 10, 41, 80, 7, 17];
}
