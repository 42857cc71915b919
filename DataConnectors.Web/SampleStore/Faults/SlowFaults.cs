namespace DataConnectors.Web.SampleStore.Faults;

/// <summary>Answers that take their time.</summary>
internal static class SlowFaults
{
    private const double LongestSeconds = 60;
    private static readonly byte[] OneByte = [(byte)' '];

    /// <summary>Waits, then answers properly. Longer than a connector's default time-out unless told otherwise.</summary>
    public static async Task<IResult> Slow(
        TimeProvider clock,
        CancellationToken aborted,
        double seconds = 20
    )
    {
        var bounded = Bounded(seconds);
        await Task.Delay(TimeSpan.FromSeconds(bounded), clock, aborted);
        return Results.Json(new Waited(bounded));
    }

    /// <summary>
    /// The head at once, then a blank a second, then an empty object: valid JSON in the end, for who waits. Each byte resets a
    /// time-out that only looks at silence.
    /// </summary>
    public static async Task Drip(
        HttpContext context,
        TimeProvider clock,
        double seconds = LongestSeconds
    )
    {
        context.Response.ContentType = "application/json";
        await context.Response.StartAsync(context.RequestAborted);
        for (var sent = 0; sent < Bounded(seconds); sent++)
        {
            await context.Response.Body.WriteAsync(OneByte, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(TimeSpan.FromSeconds(1), clock, context.RequestAborted);
        }

        await context.Response.WriteAsync("{}", context.RequestAborted);
    }

    private static double Bounded(double seconds) =>
        double.IsNaN(seconds) ? 0 : Math.Clamp(seconds, 0, LongestSeconds);

    private sealed record Waited(double WaitedSeconds);
}
