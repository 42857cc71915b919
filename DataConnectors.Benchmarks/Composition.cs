using DataConnectors.Core.Agent;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Versioning;
using DataConnectors.Core.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Benchmarks;

/// <summary>The real features on a real SQLite file, without the web server around them.</summary>
internal static class Composition
{
    public static async Task<IHost> StartAsync(string dataDirectory, TimeProvider? clock = null)
    {
        Directory.CreateDirectory(dataDirectory);
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Egress:TrustedHosts:0"] = "127.0.0.1" }
        );
        builder
            .Logging.AddFilter(level => level >= LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder
            .Services.AddDataProtection()
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataDirectory, "keys")));
        builder.Services.AddSingleton<ISecretProtector, SecretProtector>();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddKernel();
        builder.Services.AddPersistence(ConnectionString(dataDirectory));
        builder.Services.AddEgress(builder.Configuration);
        builder.Services.AddPeople();
        builder.Services.AddAudiences();
        builder.Services.AddCustomObjects();
        builder.Services.AddCredentials();
        builder.Services.AddDeveloperApps();
        builder.Services.AddScripting(builder.Configuration);
        builder.Services.AddConnectors();
        builder.Services.AddVersioning();
        builder.Services.AddExecution();
        builder.Services.AddLogs(builder.Configuration);
        builder.Services.AddInbox();
        builder.Services.AddAgent();
        builder.Services.AddWebhooks();

        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
        await host.StartAsync();
        return host;
    }

    public static string ConnectionString(string dataDirectory) =>
        $"Data Source={Path.Combine(dataDirectory, "dataconnectors.db")}";

    private sealed class SecretProtector(IDataProtectionProvider provider) : ISecretProtector
    {
        private readonly IDataProtector protector = provider.CreateProtector("Benchmarks");

        public string Protect(SecretText secret) => protector.Protect(secret.Open());

        public SecretText? Unprotect(string protectedText) =>
            new(protector.Unprotect(protectedText));
    }
}
