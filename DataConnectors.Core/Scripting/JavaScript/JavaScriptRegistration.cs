using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>Registers what runs JavaScript.</summary>
internal static class JavaScriptRegistration
{
    /// <summary>Adds <see cref="IJavaScriptRuntime"/>; its first worker starts when the server has.</summary>
    public static IServiceCollection AddJavaScript(this IServiceCollection services)
    {
        services.AddSingleton<JavaScriptRuntime>();
        services.AddSingleton<IJavaScriptRuntime>(provider =>
            provider.GetRequiredService<JavaScriptRuntime>()
        );
        services.AddSingleton<IHostedService, JavaScriptStart>();
        return services;
    }
}
