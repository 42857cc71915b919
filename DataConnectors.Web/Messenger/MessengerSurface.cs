using DataConnectors.Web.Hosting;
using DataConnectors.Web.Hosting.Startup;
using Microsoft.AspNetCore.Http.Features;

namespace DataConnectors.Web.Messenger;

/// <summary>The Messenger for customers: what its frame and its script ask for. It shares nothing with the console but the origin.</summary>
internal static class MessengerSurface
{
    // The largest message in the widest encoding, a user token, and room for names.
    private const int MaxBodyBytes = 64 * 1024;

    private static readonly PathString[] Paths =
    [
        "/messenger/sessions",
        "/messenger/email",
        "/messenger/conversations",
        "/messenger/messages",
        "/messenger/events",
        "/messenger/frame",
        "/messenger/try",
    ];

    /// <summary>Adds the endpoints' own services, set up by the section <c>Messenger</c>.</summary>
    public static IServiceCollection AddMessenger(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<MessengerOptions>()
            .Bind(configuration.GetSection(MessengerOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<MessengerLimits>().AddSingleton<SessionAccess>();
    }

    /// <summary>Answers the Messenger's requests in a pipeline of their own: they carry no cookie, and their errors are JSON.</summary>
    public static void UseMessenger(this WebApplication app) =>
        app.MapWhen(
            context => IsOfMessenger(context.Request.Path),
            messenger =>
            {
                messenger.UseDeclaredContentTypes();
                messenger.UseReadinessGate();
                messenger.Use(AnswerFailuresAsync);
                messenger.UseRouting();
                messenger.UseEndpoints(endpoints =>
                {
                    endpoints.MapSessions();
                    endpoints.MapConversations();
                    endpoints.MapEvents();
                    endpoints.MapFrame();
                    if (app.Environment.IsDevelopment())
                    {
                        endpoints.MapTry();
                    }

                    endpoints.Map(
                        "{**rest}",
                        () =>
                            MessengerErrors.Of(
                                StatusCodes.Status404NotFound,
                                "not_found",
                                "There is nothing here."
                            )
                    );
                });
            }
        );

    private static async Task AnswerFailuresAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBodyBytes;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            var (code, message) = refused.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => (
                    "too_large",
                    $"Send at most {MaxBodyBytes / 1024} KiB."
                ),
                StatusCodes.Status415UnsupportedMediaType => (
                    "not_json",
                    "Send JSON, with Content-Type: application/json."
                ),
                _ => ("not_json", "The body is not the JSON that is expected here."),
            };
            await MessengerErrors.WriteAsync(context, refused.StatusCode, code, message);
        }
        catch (Exception failure)
            when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context
                .RequestServices.GetRequiredService<ILoggerFactory>()
                .CreateLogger("DataConnectors.Web.Messenger")
                .LogError(failure, "A request of the Messenger failed");
            await MessengerErrors.WriteAsync(
                context,
                StatusCodes.Status500InternalServerError,
                "server_error",
                "The server could not do this. Try again."
            );
        }
    }

    private static bool IsOfMessenger(PathString path)
    {
        foreach (var own in Paths)
        {
            if (path.StartsWithSegments(own, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
