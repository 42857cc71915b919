using DataConnectors.Web.Components.Shared;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Web.Components.Shared;

public sealed class RenderThrottleTests
{
    [Fact]
    public void The_first_request_renders_at_once_and_many_more_render_once()
    {
        var clock = new FakeTimeProvider();
        var renderings = 0;
        using var throttle = new RenderThrottle(() => renderings++, clock);

        throttle.Request();
        Assert.Equal(1, renderings);

        throttle.Request();
        throttle.Request();
        Assert.Equal(1, renderings);

        clock.Advance(RenderThrottle.Interval);
        Assert.Equal(2, renderings);

        clock.Advance(RenderThrottle.Interval);
        Assert.Equal(2, renderings);

        throttle.Request();
        Assert.Equal(3, renderings);
    }

    [Fact]
    public void Nothing_renders_after_the_end()
    {
        var clock = new FakeTimeProvider();
        var renderings = 0;
        var throttle = new RenderThrottle(() => renderings++, clock);
        throttle.Request();
        throttle.Request();

        throttle.Dispose();
        clock.Advance(RenderThrottle.Interval);
        throttle.Request();

        Assert.Equal(1, renderings);
    }
}
