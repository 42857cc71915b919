using System.Net;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Tests.Support;
using DataConnectors.Tests.Web.PublicApi.OAuth;
using DataConnectors.Web.PublicApi.RateLimits;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Web.PublicApi.RateLimits;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Answers_tell_what_is_left_and_past_it_when_to_come_back()
    {
        await using var host = await OAuthHost.StartAsync(
            settings: ("RateLimits:PerAppPerMinute", "12")
        );
        host.Clock.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1_900_000_003));
        var token = await host.TokenTextAsync(await host.CreateAppAsync());
        var other = await host.TokenTextAsync(await host.CreateAppAsync());

        using var first = await host.GetAsync(token);
        using var second = await host.GetAsync(token, "/data_connectors/nothing/here");
        using var third = await host.GetAsync(token);
        var another = await host.StatusAsync(other);
        host.Clock.Advance(TimeSpan.FromSeconds(7));
        using var later = await host.GetAsync(token);

        Assert.Equal(["2", "1", "1900000010"], Limits(first));
        Assert.Equal(["2", "0", "1900000010"], Limits(second));
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal(["2", "0", "1900000010"], Limits(third));
        Assert.Equal(TimeSpan.FromSeconds(7), third.Headers.RetryAfter!.Delta);
        var body = await OAuthHost.ReadAsync(third);
        Assert.Equal("error.list", body.GetProperty("type").GetString());
        Assert.Equal(
            "rate_limit_exceeded",
            body.GetProperty("errors")[0].GetProperty("code").GetString()
        );
        Assert.Equal(HttpStatusCode.OK, another);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(["2", "1", "1900000020"], Limits(later));
    }

    [Fact]
    public async Task Personal_access_token_counts_for_itself()
    {
        await using var host = await OAuthHost.StartAsync(
            settings: ("RateLimits:PerAppPerMinute", "6")
        );
        var app = await host.TokenTextAsync(await host.CreateAppAsync());
        var personal = (
            await host.Get<CreatePersonalAccessToken>()
                .RunAsync(
                    await host.DemoAdminAsync(),
                    "Script",
                    ApiScopes.All,
                    lifetime: null,
                    CancellationToken.None
                )
        ).Value.Open();

        await host.StatusAsync(app);

        Assert.Equal(HttpStatusCode.TooManyRequests, await host.StatusAsync(app));
        Assert.Equal(HttpStatusCode.OK, await host.StatusAsync(personal));
        Assert.Equal(HttpStatusCode.TooManyRequests, await host.StatusAsync(personal));
    }

    [Fact]
    public void Limits_are_the_original_s_and_the_workspace_s_holds_over_all_apps()
    {
        var count = Count(new RateLimitOptions());
        var first = count.Take(1);

        Assert.Equal(1666, first.Limit);
        Assert.Equal(1665, first.Remaining);
        var taken = Enumerable
            .Range(0, 3)
            .SelectMany(app => Enumerable.Range(0, 1666).Select(_ => count.Take(app + 10)))
            .ToList();
        Assert.Equal(4166 - 1, taken.Count(standing => !standing.IsExceeded));
        Assert.Equal(4166, taken[^1].Limit);
    }

    [Fact]
    public void Of_requests_at_once_exactly_as_many_are_let_through_as_there_may_be()
    {
        var count = Count(new RateLimitOptions { PerAppPerMinute = 6000 });
        var passed = 0;

        Parallel.For(
            0,
            4000,
            _ =>
            {
                if (!count.Take(1).IsExceeded)
                {
                    Interlocked.Increment(ref passed);
                }
            }
        );

        Assert.Equal(1000, passed);
    }

    private static RateCount Count(RateLimitOptions options) =>
        new(Options.Create(options), new FakeTimeProvider(Some.Instant));

    private static string[] Limits(HttpResponseMessage answer) =>
        [
            .. new[] { "Limit", "Remaining", "Reset" }.Select(name =>
                answer.Headers.GetValues("X-RateLimit-" + name).Single()
            ),
        ];
}
