using System.Text;

namespace DataConnectors.Web.SampleStore.Hosting;

/// <summary>Writes every request to the journal before it is answered, but for the reading of the journal itself.</summary>
internal sealed class RequestJournalMiddleware(
    RequestDelegate next,
    RequestJournal journal,
    TimeProvider clock
)
{
    private const int LongestBody = 16 * 1024;
    private const string Mask = "****";

    /// <summary>Reads the body whole (at most 1 MiB), keeps the request, and hands the body on.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/requests")
        {
            await next(context);
            return;
        }

        var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException exception)
        {
            context.Response.StatusCode = exception.StatusCode;
            await StoreError.ForStatus(context);
            return;
        }

        journal.Add(
            new ReceivedRequest(
                clock.GetUtcNow(),
                request.Method,
                request.Path,
                request.QueryString.Value ?? "",
                request.Headers.ToDictionary(
                    header => header.Key.ToLowerInvariant(),
                    Shown,
                    StringComparer.Ordinal
                ),
                Encoding.UTF8.GetString(
                    body.GetBuffer(),
                    0,
                    (int)Math.Min(body.Length, LongestBody)
                )
            )
        );
        body.Position = 0;
        request.Body = body;
        await next(context);
    }

    private static string Shown(
        KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> header
    ) =>
        header.Key.Equals(ApiKeyMiddleware.Header, StringComparison.OrdinalIgnoreCase)
        || header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            ? Mask
            : header.Value.ToString();
}
