using DataConnectors.Core.DeveloperApps.OAuth;
using DataConnectors.Core.Persistence;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Registers apps and access tokens.</summary>
public static class DeveloperAppsRegistration
{
    /// <summary>Adds the apps of the Developer hub, their secrets and tokens, and personal access tokens.</summary>
    public static IServiceCollection AddDeveloperApps(this IServiceCollection services)
    {
        services
            .AddOpenIddict()
            .AddCore(core =>
                core.ReplaceApplicationManager<OAuthClient, OAuthClients>()
                    .ReplaceTokenManager<OAuthToken, OAuthTokens>()
                    .UseEntityFrameworkCore()
                    .UseDbContext<DataConnectorsDbContext>()
                    // Scopes are the closed set of ApiScopes, so there is no table of them.
                    .ReplaceDefaultEntities<
                        OAuthClient,
                        OAuthAuthorization,
                        OpenIddictEntityFrameworkCoreScope<long>,
                        OAuthToken,
                        long
                    >()
            );
        return services
            .AddSingleton<AccessGrantCache>()
            .AddSingleton<AppGrants>()
            .AddSingleton<AppSecrets>()
            .AddSingleton<AppQueries>()
            .AddSingleton<CreateApp>()
            .AddSingleton<ChangeApp>()
            .AddSingleton<RotateSecret>()
            .AddSingleton<RevokeOldSecret>()
            .AddSingleton<DeleteApp>()
            .AddSingleton<SeedApp>()
            .AddSingleton<CreatePersonalAccessToken>()
            .AddSingleton<PersonalAccessTokens>()
            .AddSingleton<PersonalAccessTokenQueries>()
            .AddSingleton<RevokePersonalAccessToken>()
            .AddHostedService<OAuthTokenRetention>();
    }
}
