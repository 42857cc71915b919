using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.SampleStore;

/// <summary>Adds the sample store to a host.</summary>
internal static class SampleStoreRegistration
{
    /// <summary>
    /// Starts the sample store with the host and ends it with it. For Development: its key is public and anybody on this machine
    /// may change its data.
    /// </summary>
    public static IServiceCollection AddSampleStore(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<SampleStoreOptions>, SampleStoreOptionsValidator>();
        services
            .AddOptions<SampleStoreOptions>()
            .Bind(configuration.GetSection(SampleStoreOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<SampleStoreServer>();
        services.AddHostedService(provider => provider.GetRequiredService<SampleStoreServer>());
        return services;
    }
}
