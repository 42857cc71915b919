using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.AuthTokens;
using DataConnectors.Web.PublicApi.DataConnectors;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.ExecutionResults;
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
    ];

    /// <summary>Adds what the endpoints share: who calls, and what the caller may do.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Holds the sections <c>OAuth</c> and <c>RateLimits</c>.</param>
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
        return services;
    }

    /// <summary>Gives requests their ids and turns what nobody expects into the error list; stands before authentication.</summary>
    public static void UsePublicApi(this WebApplication app)
    {
        app.UseRequestIds();
        app.UseWhen(
            context =>
                Array.Exists(
                    Paths,
                    path =>
                        context.Request.Path.StartsWithSegments(
                            path,
                            StringComparison.OrdinalIgnoreCase
                        )
                ),
            api => api.UseMiddleware<ApiFailures>().UseMiddleware<ApplyRateLimits>().UseBodyLimit()
        );
        app.UseOAuth();
    }

    /// <summary>Sees to it that what is sent twice is done once; stands after authorization.</summary>
    public static void UseIdempotencyKeys(this WebApplication app) =>
        app.UseMiddleware<IdempotencyKeys>();

    /// <summary>Maps every endpoint.</summary>
    public static void MapPublicApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapConsent();
        endpoints.MapMe();
        endpoints.MapExecutionResults();
        endpoints.MapVersions();
        endpoints.MapConnectorHealth();
        endpoints.MapDataConnectors();
        endpoints.MapAuthTokens();
        endpoints.MapFinSdk();
        endpoints.MapApiReference();
        foreach (var path in Paths)
        {
            endpoints
                .Map($"{path}/{{**rest}}", NothingHere.Handle)
                .WithOrder(int.MaxValue)
                .RequireAuthorization(ApiAccess.AnyToken)
                .ExcludeFromDescription();
        }
    }
}
