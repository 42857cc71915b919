using DataConnectors.Web.Hosting;
using DataConnectors.Web.Hosting.Startup;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.AuthTokens;
using DataConnectors.Web.PublicApi.Contacts;
using DataConnectors.Web.PublicApi.Conversations;
using DataConnectors.Web.PublicApi.DataConnectors;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.ExecutionResults;
using DataConnectors.Web.PublicApi.Fin;
using DataConnectors.Web.PublicApi.FinSdk;
using DataConnectors.Web.PublicApi.Health;
using DataConnectors.Web.PublicApi.Idempotency;
using DataConnectors.Web.PublicApi.Me;
using DataConnectors.Web.PublicApi.OAuth;
using DataConnectors.Web.PublicApi.RateLimits;
using DataConnectors.Web.PublicApi.Reference;
using DataConnectors.Web.PublicApi.Requests;
using DataConnectors.Web.PublicApi.Versions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace DataConnectors.Web.PublicApi;

/// <summary>The public API: what programs use instead of the console.</summary>
internal static class PublicApiRegistration
{
    // Where the public API answers: errors there are error lists, also those that no endpoint made.
    private static readonly PathString[] Paths =
    [
        "/data_connectors",
        "/auth_tokens",
        "/fin-sdk",
        "/me",
        "/fin",
        "/contacts",
        "/conversations",
    ];

    /// <summary>Adds what the endpoints share: who calls, and what the caller may do.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the sections <c>OAuth</c>, <c>RateLimits</c> and <c>FinStreams</c>.</param>
    /// <param name="dataDirectory">Where keys are kept.</param>
    public static IServiceCollection AddPublicApi(
        this IServiceCollection services,
        IConfiguration configuration,
        string dataDirectory
    )
    {
        services.AddOAuth(configuration, dataDirectory);
        services.AddRateLimits(configuration);
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(
                AccessTokenScheme.Name,
                configureOptions: null
            );
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (policy, scopes) in ApiAccess.Scopes)
        {
            authorization.AddPolicy(
                policy,
                builder =>
                    builder
                        .AddAuthenticationSchemes(AccessTokenScheme.Name)
                        .RequireAuthenticatedUser()
                        .AddRequirements(new ScopeRequirement(scopes))
            );
        }

        services.AddApiDescription(Paths);
        services.AddDataConnectorEndpoints();
        services.AddFinEndpoints(configuration);
        services.AddConversationEndpoints();
        services.AddSingleton<NothingHere>();
        return services;
    }

    /// <summary>
    /// Gives every request its id, and answers those of the public API in a pipeline of their own: what the console needs – cookies, pages
    /// for errors, a policy for scripts – and the OAuth server's look at every request are no business of programs and cost them a third.
    /// </summary>
    public static void UsePublicApi(this WebApplication app)
    {
        app.UseRequestIds();
        app.MapWhen(
            context => IsOfPublicApi(context.Request.Path),
            api =>
            {
                api.UseDeclaredContentTypes();
                api.UseReadinessGate();
                api.UseMiddleware<ApiFailures>();
                api.UseMiddleware<ApplyRateLimits>();
                api.UseBodyLimit();
                api.UseRouting();
                api.UseAuthorization();
                api.UseMiddleware<IdempotencyKeys>();
                api.UseEndpoints(MapEndpoints);
            }
        );
    }

    /// <summary>Maps what of the API is for people: the page that asks for consent, and the reference.</summary>
    public static void MapPublicApiPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapConsent();
        endpoints.MapApiReference();
    }

    private static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMe();
        endpoints.MapExecutionResults();
        endpoints.MapVersions();
        endpoints.MapConnectorHealth();
        endpoints.MapDataConnectors();
        endpoints.MapAuthTokens();
        endpoints.MapFinSdk();
        endpoints.MapFin();
        endpoints.MapContacts();
        endpoints.MapConversations();
        foreach (var path in Paths)
        {
            endpoints
                .Map(
                    $"{path}/{{**rest}}",
                    (HttpContext context, NothingHere nothing) => nothing.Handle(context)
                )
                .WithOrder(int.MaxValue)
                .RequireAuthorization(ApiAccess.AnyToken)
                .ExcludeFromDescription();
        }
    }

    private static bool IsOfPublicApi(PathString path)
    {
        foreach (var own in Paths)
        {
            if (path.StartsWithSegments(own, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
