using System.Net.Mime;

namespace DataConnectors.Web.Hosting.Startup;

/// <summary>Start-up as seen from outside: <c>/healthz</c>, and 503 for everything else until it is done.</summary>
internal static class ReadinessEndpoints
{
    private const string HealthPath = "/healthz";

    // The browser asks again by itself; a script gets the status and Retry-After.
    private const string StartingPage = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>Starting · DataConnectors</title></head>
        <body style="font:14px system-ui;display:grid;place-items:center;min-height:90vh"><p role="status">DataConnectors is starting…</p></body></html>
        """;

    /// <summary>Adds the sequence that migrates, runs the start-up tasks and then opens the doors.</summary>
    public static IServiceCollection AddStartupSequence(this IServiceCollection services) =>
        services.AddSingleton<Readiness>().AddHostedService<StartupSequence>();

    /// <summary>Answers 503 with <c>Retry-After</c> until the server is ready.</summary>
    public static void UseReadinessGate(this IApplicationBuilder app)
    {
        var readiness = app.ApplicationServices.GetRequiredService<Readiness>();
        app.Use(
            async (context, next) =>
            {
                if (readiness.IsReady || context.Request.Path == HealthPath)
                {
                    await next(context);
                    return;
                }

                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "1";
                context.Response.ContentType = MediaTypeNames.Text.Html;
                await context.Response.WriteAsync(StartingPage, context.RequestAborted);
            }
        );
    }

    /// <summary>Maps <c>/healthz</c>: 200 with <c>{"status":"ready"}</c>, or 503 with <c>{"status":"starting"}</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                HealthPath,
                (Readiness readiness, HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return readiness.IsReady
                        ? Results.Json(new { status = "ready" })
                        : Results.Json(
                            new { status = "starting" },
                            statusCode: StatusCodes.Status503ServiceUnavailable
                        );
                }
            )
            .AllowAnonymous();
}
