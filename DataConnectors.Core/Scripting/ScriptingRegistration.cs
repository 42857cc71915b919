using DataConnectors.Core.Scripting.JavaScript;
using DataConnectors.Core.Scripting.Python;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Scripting;

/// <summary>Registers the runtimes for admins' code.</summary>
public static class ScriptingRegistration
{
    /// <summary>Adds the runtimes, set up by the section <c>Scripting</c>.</summary>
    public static IServiceCollection AddScripting(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<ScriptingOptions>()
            .Bind(configuration.GetSection(ScriptingOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddPython().AddJavaScript();
    }

    private static IServiceCollection AddPython(this IServiceCollection services) =>
        services
            .AddSingleton<PythonRuntime>()
            .AddSingleton<IPythonRuntime>(provider => provider.GetRequiredService<PythonRuntime>())
            .AddHostedService(provider => provider.GetRequiredService<PythonRuntime>());
}
