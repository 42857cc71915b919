using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Egress;

/// <summary>Adds the feature.</summary>
public static class EgressRegistration
{
    /// <summary>Adds <see cref="EgressGuard"/> and <see cref="EgressHttpClient"/>, set up by the section <c>Egress</c>.</summary>
    public static IServiceCollection AddEgress(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<EgressOptions>()
            .Bind(configuration.GetSection(EgressOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<EgressOptions>, EgressOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EgressGuard>();
        services.AddSingleton<IHostResolver, DnsHostResolver>();
        services.AddSingleton<ISocketDialler, SocketDialler>();
        services.AddSingleton<IOwnAddresses, InterfaceAddresses>();
        services.AddSingleton<EgressConnector>();
        services.AddSingleton(provider => new EgressHttpClient(
            EgressHandler.Create(provider.GetRequiredService<EgressConnector>())
        ));
        services.AddSingleton(provider => new EndpointClients(
            provider.GetRequiredService<IHostResolver>(),
            provider.GetRequiredService<ISocketDialler>(),
            provider.GetRequiredService<IOwnAddresses>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }
}
