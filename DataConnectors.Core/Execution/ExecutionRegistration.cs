using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Execution;

/// <summary>Registers the executor.</summary>
public static class ExecutionRegistration
{
    /// <summary>Adds the executor, its transport and the profiles.</summary>
    public static IServiceCollection AddExecution(this IServiceCollection services) =>
        services
            .AddSingleton<HttpTransport>()
            .AddSingleton<ExecutionProfiles>()
            .AddSingleton<ConnectorExecutor>();
}
