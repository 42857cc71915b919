using System.Diagnostics;

namespace DataConnectors.Web.PublicApi;

/// <summary>Gives every request an id that its answer, its errors and our log share.</summary>
internal static class RequestIds
{
    private const string Header = "X-Request-Id";

    /// <summary>Answers carry the id as <c>X-Request-Id</c>. It is always ours: an id that a caller chose could be anybody else's.</summary>
    public static void UseRequestIds(this IApplicationBuilder app)
    {
        var logger = app
            .ApplicationServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(RequestIds));
        app.Use(
            async (context, next) =>
            {
                context.TraceIdentifier = ActivityTraceId.CreateRandom().ToHexString();
                context.Response.Headers[Header] = context.TraceIdentifier;
                using (logger.BeginScope("Request {RequestId}", context.TraceIdentifier))
                {
                    await next(context);
                }
            }
        );
    }
}
