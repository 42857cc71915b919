using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Health;

/// <summary>Registers the health of connectors.</summary>
public static class HealthRegistration
{
    /// <summary>Adds what computes it.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services.AddSingleton<ReadHealth>();
}
