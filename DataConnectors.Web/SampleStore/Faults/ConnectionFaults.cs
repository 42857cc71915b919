namespace DataConnectors.Web.SampleStore.Faults;

/// <summary>Answers that end in a TCP reset, which is what Kestrel sends for an aborted exchange.</summary>
internal static class ConnectionFaults
{
    private const int PromisedBytes = 4096;

    /// <summary>Sends the head and the first bytes of a longer body, then resets.</summary>
    public static async Task ResetMidway(HttpContext context, TimeProvider clock)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = PromisedBytes;
        await context.Response.WriteAsync("{\"number\":\"1042\",", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);

        // A reset drops what the kernel has not delivered yet; the caller is meant to see the beginning.
        await Task.Delay(TimeSpan.FromMilliseconds(50), clock, context.RequestAborted);
        context.Abort();
    }

    /// <summary>Resets without a byte of an answer.</summary>
    public static void ResetAtOnce(HttpContext context) => context.Abort();
}
