using System.Text;

namespace DataConnectors.Web.SampleStore.Faults;

/// <summary>Answers whose fault is the body.</summary>
internal static class BodyFaults
{
    private const string Json = "application/json";
    private const int Levels = 1000;
    private const long DefaultBytes = 2L * 1024 * 1024;
    private const long MostBytes = 64L * 1024 * 1024;

    /// <summary>No body at all.</summary>
    public static IResult Empty() => Results.Text("", Json);

    /// <summary>Cut off in the middle of a value.</summary>
    public static IResult Garbage() =>
        Results.Text("{\"number\": \"1042\", \"status\": ship", Json);

    /// <summary>What a proxy in front of an API says when the API is away.</summary>
    public static IResult Html() =>
        Results.Text(
            "<!doctype html><html><head><title>Maintenance</title></head><body><h1>Back soon</h1></body></html>",
            "text/html; charset=utf-8"
        );

    /// <summary>An object in an object, and so on.</summary>
    public static IResult Deep() =>
        Results.Text(
            new StringBuilder()
                .Insert(0, "{\"inner\":", Levels)
                .Append("null")
                .Append('}', Levels)
                .ToString(),
            Json
        );

    /// <summary>Valid JSON of exactly the bytes asked for, without a length in the head.</summary>
    public static async Task Oversized(HttpContext context, long bytes = DefaultBytes)
    {
        var head = "{\"filler\":\""u8.ToArray();
        var tail = "\"}"u8.ToArray();
        var chunk = new byte[64 * 1024];
        Array.Fill(chunk, (byte)'x');
        var left =
            Math.Clamp(bytes, head.Length + tail.Length, MostBytes) - head.Length - tail.Length;
        var body = context.Response.Body;

        context.Response.ContentType = Json;
        await body.WriteAsync(head, context.RequestAborted);
        for (; left > 0; left -= Math.Min(left, chunk.Length))
        {
            await body.WriteAsync(
                chunk.AsMemory(0, (int)Math.Min(left, chunk.Length)),
                context.RequestAborted
            );
        }

        await body.WriteAsync(tail, context.RequestAborted);
    }
}
