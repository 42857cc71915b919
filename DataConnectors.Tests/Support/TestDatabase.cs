using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Versioning;
using DataConnectors.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Support;

/// <summary>
/// A real SQLite file in a folder of its own, at the present schema, and the features that store in it as the server registers
/// them. The folder goes when this is disposed.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private TestDatabase(ServiceProvider provider, DirectoryInfo folder)
    {
        this.provider = provider;
        Folder = folder;
    }

    /// <summary>Holds the database file and whatever a test puts beside it.</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>The database file.</summary>
    public string FilePath => PathIn(Folder);

    /// <summary>Contexts of their own, for looking behind the commands.</summary>
    public IDbContextFactory<DataConnectorsDbContext> Contexts =>
        Get<IDbContextFactory<DataConnectorsDbContext>>();

    /// <summary>An empty database. Registrations of <paramref name="configure"/> win over the features' own.</summary>
    /// <param name="clock">The clock; the system's when null.</param>
    /// <param name="configure">Adds further features, or replaces services by doubles.</param>
    public static async Task<TestDatabase> CreateAsync(
        TimeProvider? clock = null,
        Action<IServiceCollection>? configure = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("dataconnectors-tests-");
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging();
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton<ISecretProtector, DataProtectionSecretProtector>();
        services.AddKernel();
        services.AddPersistence($"Data Source={PathIn(folder)}");
        services.AddEgress(new ConfigurationBuilder().Build());
        services.AddPeople();
        services.AddAudiences();
        services.AddCustomObjects();
        services.AddCredentials();
        services.AddDeveloperApps();
        services.AddScripting(new ConfigurationBuilder().Build());
        services.AddConnectors();
        services.AddVersioning();
        configure?.Invoke(services);
        var database = new TestDatabase(services.BuildServiceProvider(), folder);
        await database.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A service of the features.</summary>
    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>A registered service.</summary>
    public object Get(Type service) => provider.GetRequiredService(service);

    /// <summary>Stores entities as they are, behind the commands.</summary>
    public async Task AddAsync(params object[] entities)
    {
        await using var context = await Contexts.CreateDbContextAsync();
        context.AddRange(entities);
        await context.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // Pooled connections keep the file open; only those to this file are let go, as tests run side by side.
        await using (var context = await Contexts.CreateDbContextAsync())
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }

        await provider.DisposeAsync();
        await DeleteFolderAsync();
    }

    // Work that a test set going and did not wait for may make SQLite's side files anew while the folder is being emptied.
    private async Task DeleteFolderAsync()
    {
        const int Attempts = 20;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string PathIn(DirectoryInfo folder) =>
        Path.Combine(folder.FullName, "dataconnectors.db");
}
