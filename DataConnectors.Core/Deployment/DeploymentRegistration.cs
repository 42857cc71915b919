using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DataConnectors.Core.Deployment;

/// <summary>Registers where Fin answers.</summary>
public static class DeploymentRegistration
{
    /// <summary>Adds the deployment steps.</summary>
    public static IServiceCollection AddDeployment(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<AiAnswers>();
        services.TryAddSingleton<SwitchAiAnswers>();
        return services;
    }
}
