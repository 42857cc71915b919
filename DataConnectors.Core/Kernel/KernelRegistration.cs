using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DataConnectors.Core.Kernel;

/// <summary>Registers time and ids.</summary>
public static class KernelRegistration
{
    /// <summary>Adds the system clock, unless a test brought its own, and the id generator.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<IdGenerator>();
    }
}
