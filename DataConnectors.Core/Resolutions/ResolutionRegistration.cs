using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Resolutions;

/// <summary>Registers what counts as resolved by Fin.</summary>
public static class ResolutionRegistration
{
    /// <summary>Adds the work and the figures, set up by the section <c>Resolution</c>.</summary>
    public static IServiceCollection AddResolution(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<ResolutionOptions>()
            .Bind(configuration.GetSection(ResolutionOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<ReadResolution>()
            .AddSingleton<AssumeResolutions>()
            .AddHostedService(provider => provider.GetRequiredService<AssumeResolutions>());
    }
}
