using DataConnectors.Core.Audiences;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.People;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Connectors;

/// <summary>Registers connectors.</summary>
public static class ConnectorsRegistration
{
    /// <summary>Adds the commands, queries and rules of drafts. Rules ask the guard of outgoing calls, so <c>AddEgress</c> goes with it.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services) =>
        services
            .AddSingleton<ConnectorQueries>()
            .AddSingleton<CreateConnector>()
            .AddSingleton<SaveDraft>()
            .AddSingleton<DuplicateConnector>()
            .AddSingleton<DeleteConnector>()
            .AddSingleton<ConnectorUsers>()
            .AddSingleton<ConnectorRuleContexts>()
            .AddSingleton<ConnectorRules>()
            .AddSingleton<CodeChecker>()
            .AddSingleton<ITokenUsageProbe, DraftTokenUsage>()
            .AddSingleton<IAttributeUsageProbe, DraftAttributeUsage>()
            .AddSingleton<IAudienceUsageProbe, DraftAudienceUsage>();
}
