using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.Components.Connectors.Builder.Data;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>The commands and queries that the builder's page works with.</summary>
public sealed record BuilderServices(
    ConnectorQueries Connectors,
    SaveDraft SaveDraft,
    PublishDraft PublishDraft,
    ConnectorRules Rules,
    ConnectorRuleContexts RuleContexts,
    CreateToken CreateToken,
    LastRealResponse LastResponse,
    CodeChecker CodeChecker,
    ShapeExample ShapeExample,
    DraftSessions Sessions,
    TimeProvider Clock
);

/// <summary>Registers the builder.</summary>
internal static class BuilderRegistration
{
    public static IServiceCollection AddBuilder(this IServiceCollection services) =>
        services
            .AddSingleton<DraftSessions>()
            .AddSingleton<LastRealResponse>()
            .AddScoped<CodeServices>()
            .AddSingleton<BuilderServices>();
}
