using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Workspace;

/// <summary>Registers the workspace.</summary>
public static class WorkspaceRegistration
{
    /// <summary>Adds the reading of the workspace and its teammates.</summary>
    public static IServiceCollection AddWorkspace(this IServiceCollection services) =>
        services.AddSingleton<WorkspaceQueries>();
}
