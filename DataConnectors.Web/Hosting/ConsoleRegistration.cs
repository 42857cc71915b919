using DataConnectors.Web.Components;
using MudBlazor;
using MudBlazor.Services;

namespace DataConnectors.Web.Hosting;

/// <summary>The console: pages in the browser, each in one circuit.</summary>
internal static class ConsoleRegistration
{
    /// <summary>Adds Razor components and their kit.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.VisibleStateDuration = 4000;
            options.SnackbarConfiguration.PreventDuplicates = true;
        });
        return services;
    }

    /// <summary>Pages for errors: what failed inside, and what is not there.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    }

    /// <summary>Maps the pages and the files they need.</summary>
    public static void MapConsole(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets().AllowAnonymous();
        endpoints
            .MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options =>
                // The policy of SecurityHeaders says it for every answer.
                options.ContentSecurityFrameAncestorsPolicy = null
            );
    }
}
