using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Execution.Stages;
using DataConnectors.Core.Execution.Transport;
using DataConnectors.Core.Kernel;
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
            .AddSingleton<TestConnector>()
            .AddSingleton<RequestAuthenticator>()
            .AddSingleton<RequestGuard>()
            .AddSingleton<CodeTransformer>()
            .AddSingleton<ResponseShaper>()
            .AddSingleton(provider => new ShapeExample(
                provider.GetRequiredService<ResponseShaper>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new TestCode(
                provider.GetRequiredService<CodeTransformer>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<ExecutionObservers>()
            .AddSingleton(provider => new ConnectorExecutor(
                provider.GetRequiredService<RequestAuthenticator>(),
                provider.GetRequiredService<RequestGuard>(),
                provider.GetRequiredService<ResponseShaper>(),
                provider.GetRequiredService<ExecutionObservers>(),
                provider.GetRequiredService<ObjectSchemas>(),
                provider.GetRequiredService<IdGenerator>(),
                provider.GetRequiredService<TimeProvider>()
            ));
}
