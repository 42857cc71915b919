using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Connectors;

/// <summary>Registers connectors.</summary>
public static class ConnectorsRegistration
{
    /// <summary>Adds the commands, queries and rules of drafts.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services) =>
        services
            .AddSingleton<ConnectorQueries>()
            .AddSingleton<CreateConnector>()
            .AddSingleton<SaveDraft>()
            .AddSingleton<DuplicateConnector>()
            .AddSingleton<DeleteConnector>()
            .AddSingleton<ConnectorRuleContexts>();
}
