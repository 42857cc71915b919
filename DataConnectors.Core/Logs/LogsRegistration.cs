using DataConnectors.Core.Alerts;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Events;
using DataConnectors.Core.Execution;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Logs;

/// <summary>Registers the log of executions.</summary>
public static class LogsRegistration
{
    /// <summary>Adds the recorder, the queries and the retention, set up by the section <c>Logs</c>.</summary>
    public static IServiceCollection AddLogs(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        services
            .AddOptions<LogOptions>()
            .Bind(configuration.GetSection(LogOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddEvents()
            .AddAlerts()
            .AddSingleton<ExecutionFeed>()
            .AddSingleton<IObjectStore>(
                new AttributeStore<Person>(ObjectMapping.Person, result => result.PersonId)
            )
            .AddSingleton<IObjectStore, CustomObjectStore>()
            .AddSingleton<ExecutionWriter>()
            .AddSingleton<ExecutionRecorder>()
            .AddSingleton<IExecutionObserver>(provider =>
                provider.GetRequiredService<ExecutionRecorder>()
            )
            .AddHostedService(provider => provider.GetRequiredService<ExecutionRecorder>())
            .AddSingleton<IAgedRows, AgedExecutions>()
            .AddSingleton(provider => new LogRetention(
                provider.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>(),
                provider.GetServices<IAgedRows>(),
                provider.GetRequiredService<IOptions<LogOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<LogRetention>>()
            ))
            .AddHostedService(provider => provider.GetRequiredService<LogRetention>())
            .AddSingleton<ListExecutionResults>()
            .AddSingleton<GetExecutionResult>()
            .AddSingleton<ConnectorUsage>();
    }
}
