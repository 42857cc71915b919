using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Registers apps and access tokens.</summary>
public static class DeveloperAppsRegistration
{
    /// <summary>Adds the apps of the Developer hub, their secrets, and personal access tokens.</summary>
    public static IServiceCollection AddDeveloperApps(this IServiceCollection services) =>
        services
            .AddSingleton<AppSecrets>()
            .AddSingleton<CreatePersonalAccessToken>()
            .AddSingleton<PersonalAccessTokens>();
}
