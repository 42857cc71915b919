using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace DataConnectors.Web.SampleStore.Faults;

/// <summary>Answers that end in a TCP reset.</summary>
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
        Reset(context);
    }

    /// <summary>Resets without a byte of an answer.</summary>
    public static void ResetAtOnce(HttpContext context) => Reset(context);

    private static void Reset(HttpContext context)
    {
        // Without lingering, closing sends RST instead of FIN.
        if (context.Features.Get<IConnectionSocketFeature>() is { Socket: var socket })
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }
}
