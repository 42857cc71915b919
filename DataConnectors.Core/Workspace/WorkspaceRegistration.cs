using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Workspace;

/// <summary>Registers the workspace.</summary>
public static class WorkspaceRegistration
{
    /// <summary>Adds the reading of the workspace and its teammates, set up by the section <c>Workspace</c>.</summary>
    public static IServiceCollection AddWorkspace(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<WorkspaceOptions>()
            .Bind(configuration.GetSection(WorkspaceOptions.Section));
        return services.AddSingleton<WorkspaceQueries>();
    }
}
