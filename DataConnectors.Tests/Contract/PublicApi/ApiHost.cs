using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>The whole server on a socket of its own, with an empty workspace of one teammate, as a program meets it.</summary>
internal sealed class ApiHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder;
    private readonly bool ownsFolder;
    private readonly Action<IServiceCollection>? services;

    private ApiHost(DirectoryInfo? folder, Action<IServiceCollection>? services)
    {
        ownsFolder = folder is null;
        this.folder = folder ?? Directory.CreateTempSubdirectory("dataconnectors-api-");
        this.services = services;
        UseKestrel(0);
    }

    /// <summary>Who acts when <see cref="Client"/> does.</summary>
    public Actor Actor { get; private set; } = new(900, "Ada Admin", CanAccessDeveloperHub: true);

    /// <summary>A client with every scope.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Contexts of their own, for looking behind the API.</summary>
    public IDbContextFactory<DataConnectorsDbContext> Contexts =>
        Services.GetRequiredService<IDbContextFactory<DataConnectorsDbContext>>();

    /// <summary>Starts a server.</summary>
    /// <param name="folder">The data of a server before it; null for none.</param>
    /// <param name="services">Replaces services by doubles.</param>
    public static async Task<ApiHost> StartAsync(
        DirectoryInfo? folder = null,
        Action<IServiceCollection>? services = null
    )
    {
        var host = new ApiHost(folder, services);
        host.StartServer();
        using var anonymous = host.CreateClient();
        for (var tries = 0; tries < 800; tries++)
        {
            using var answer = await anonymous.GetAsync(new Uri("/healthz", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                break;
            }

            await Task.Delay(25);
        }

        await host.AddWorkspaceAsync();
        host.Client = await host.ClientAsync([.. ApiScopes.All]);
        return host;
    }

    /// <summary>A service of the server.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A client whose access token has these scopes.</summary>
    public async Task<HttpClient> ClientAsync(params string[] scopes)
    {
        var token = await Get<CreatePersonalAccessToken>()
            .RunAsync(Actor, "Test", scopes, lifetime: null, CancellationToken.None);
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.Value.Open()
        );
        return client;
    }

    /// <summary>A connector as it is stored.</summary>
    public async Task<Connector> StoredAsync(string id)
    {
        var connectorId = long.Parse(id, CultureInfo.InvariantCulture);
        await using var context = await Contexts.CreateDbContextAsync();
        return await context
            .Set<Connector>()
            .AsNoTracking()
            .SingleAsync(connector => connector.Id == connectorId);
    }

    /// <summary>Sends JSON as text.</summary>
    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
        {
            folder.Delete(recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Production, so that nothing is seeded.
        builder.UseEnvironment("Production");
        builder.UseSetting("DataDirectory", folder.FullName);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(collection => services?.Invoke(collection));
    }

    private async Task AddWorkspaceAsync()
    {
        await using var context = await Contexts.CreateDbContextAsync();
        if (await context.Set<Teammate>().AnyAsync())
        {
            return;
        }

        context.AddRange(
            new Teammate
            {
                Id = Actor.TeammateId,
                Name = Actor.Name,
                UserName = "ada@example.com",
                NormalizedUserName = "ADA@EXAMPLE.COM",
                Email = "ada@example.com",
                NormalizedEmail = "ADA@EXAMPLE.COM",
                CanAccessDeveloperHub = true,
            },
            new WorkspaceSettings
            {
                Id = 4_711,
                Name = "Harbor & Pine",
                CreatedAt = Support.Some.Instant,
            }
        );
        await context.SaveChangesAsync();
    }
}

/// <summary>One server for the tests of a class.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    internal ApiHost Host { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Host = await ApiHost.StartAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
