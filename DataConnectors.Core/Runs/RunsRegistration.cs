using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Runs;

/// <summary>Registers runs that programs ask for.</summary>
public static class RunsRegistration
{
    /// <summary>Adds running at once.</summary>
    public static IServiceCollection AddRuns(this IServiceCollection services) =>
        services.AddSingleton<RunNow>();
}
