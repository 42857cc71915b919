using DataConnectors.Core.DeveloperApps;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.DeveloperApps;

public sealed class AccessGrantCacheTests
{
    private readonly FakeTimeProvider clock = new(Some.Instant);

    [Fact]
    public void Grant_is_remembered_for_half_a_minute()
    {
        var cache = new AccessGrantCache(clock);
        cache.Keep("a", Grant(), cache.Generation);

        clock.Advance(AccessGrantCache.Lifetime - TimeSpan.FromSeconds(1));
        Assert.True(cache.TryGet("a", out _));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(cache.TryGet("a", out _));
    }

    [Fact]
    public void Grant_that_ends_sooner_is_not_remembered_past_its_end()
    {
        var cache = new AccessGrantCache(clock);
        cache.Keep("a", Grant(Some.Instant.AddSeconds(5)), cache.Generation);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.False(cache.TryGet("a", out _));
    }

    [Fact]
    public void Reading_that_began_before_a_revocation_is_not_remembered_after_it()
    {
        var cache = new AccessGrantCache(clock);
        var readAt = cache.Generation;

        cache.Forget();
        cache.Keep("a", Grant(), readAt);

        Assert.False(cache.TryGet("a", out _));
    }

    [Fact]
    public void Full_cache_begins_anew_rather_than_growing()
    {
        var cache = new AccessGrantCache(clock);
        for (var index = 0; index <= AccessGrantCache.Capacity; index++)
        {
            cache.Keep($"{index}", Grant(), cache.Generation);
        }

        Assert.False(cache.TryGet("0", out _));
        Assert.True(cache.TryGet($"{AccessGrantCache.Capacity}", out _));
    }

    private static AccessGrant Grant(DateTimeOffset? expiresAt = null) =>
        new(Some.Actor, AppId: 1, ApiScopes.All, expiresAt);
}
