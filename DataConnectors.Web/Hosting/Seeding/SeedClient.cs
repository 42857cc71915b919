using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Hosting.Startup;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.Hosting.Seeding;

/// <summary>Keeps the configured OAuth client as it is configured: at every start, and when the first admin is there to act for.</summary>
internal sealed class SeedClient(
    SeedApp seedApp,
    IOptions<SeedClientOptions> options,
    ILogger<SeedClient> logger
) : IStartupTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var client = options.Value;
        if (
            client.ClientId.Length > 0
            && !await seedApp.RunAsync(
                client.ClientId,
                new SecretText(client.ClientSecret),
                client.AllScopes,
                cancellationToken
            )
        )
        {
            logger.LogInformation(
                "The client {ClientId} of DeveloperHub:SeedClient is made once there is an admin",
                client.ClientId
            );
        }
    }
}

/// <summary>Registers the configured client.</summary>
internal static class SeedClientRegistration
{
    /// <summary>Adds the making of it, after every other start-up task.</summary>
    public static IServiceCollection AddSeedClient(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.AddSingleton<IValidateOptions<SeedClientOptions>, SeedClientOptionsValidator>();
        services
            .AddOptions<SeedClientOptions>()
            .Bind(configuration.GetSection(SeedClientOptions.Section))
            .ValidateOnStart();
        return services
            .AddSingleton<SeedClient>()
            .AddSingleton<IStartupTask>(provider => provider.GetRequiredService<SeedClient>());
    }
}
