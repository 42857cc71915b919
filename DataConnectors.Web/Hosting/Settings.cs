using DataConnectors.Core.Credentials;
using Microsoft.AspNetCore.DataProtection;

namespace DataConnectors.Web.Hosting;

/// <summary>Where settings and data live.</summary>
internal static class Settings
{
    /// <summary>
    /// Reads the repository's root <c>appsettings.json</c>, and the one of the environment, from beside the program, below every other source: the content root of
    /// <c>dotnet run</c> is the project's folder, where those files are not.
    /// </summary>
    public static void AddRootSettings(this WebApplicationBuilder builder)
    {
        string[] files =
        [
            "appsettings.json",
            $"appsettings.{builder.Environment.EnvironmentName}.json",
        ];
        for (var index = 0; index < files.Length; index++)
        {
            var source = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
            {
                Path = Path.Combine(AppContext.BaseDirectory, files[index]),
                Optional = index > 0,
            };
            source.ResolveFileProvider();
            builder.Configuration.Sources.Insert(index, source);
        }
    }

    /// <summary>The data folder, made when missing, with the keys that encrypt stored secrets.</summary>
    public static string AddDataDirectory(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration["DataDirectory"];
        var directory = Path.GetFullPath(
            Path.Combine(
                builder.Environment.ContentRootPath,
                string.IsNullOrWhiteSpace(configured) ? "App_Data" : configured
            )
        );
        Directory.CreateDirectory(directory);
        builder
            .Services.AddDataProtection()
            .SetApplicationName("DataConnectors")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(directory, "keys")));
        builder.Services.AddSingleton<ISecretProtector, DataProtectionSecretProtector>();
        return directory;
    }

    /// <summary>The configured connection string, or an SQLite file in the data folder.</summary>
    public static string DatabaseConnectionString(
        this IConfiguration configuration,
        string dataDirectory
    ) =>
        configuration.GetConnectionString("DataConnectors")
        ?? $"Data Source={Path.Combine(dataDirectory, "dataconnectors.db")}";
}
