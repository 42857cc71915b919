using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Persistence;

/// <summary>Registers the database.</summary>
public static class PersistenceRegistration
{
    /// <summary>Adds the context factory and the migrator for the SQLite database at <paramref name="connectionString"/>.</summary>
    public static IServiceCollection AddPersistence(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.AddDbContextFactory<DataConnectorsDbContext>(options =>
            options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas())
        );
        services.AddSingleton<DatabaseMigrator>();
        return services;
    }
}
