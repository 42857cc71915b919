using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Alerts;

/// <summary>Registers alerts.</summary>
public static class AlertsRegistration
{
    /// <summary>Adds what follows live runs for the recorder.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services) =>
        services.AddSingleton<AlertWriter>();
}
