using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Workspace;
using DataConnectors.Tests.Support;
using DataConnectors.Tests.Web.Hosting;
using DataConnectors.Web.Hosting.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Web.PublicApi.OAuth;

/// <summary>The whole server behind a real socket, with a clock of the test's own, used by an app and by a teammate's browser.</summary>
internal sealed class OAuthHost : IAsyncDisposable
{
    public const string RedirectUri = "https://app.example.com/callback";

    private OAuthHost(ConsoleHost console, FakeTimeProvider clock, HttpClient browser)
    {
        Console = console;
        Clock = clock;
        Browser = browser;
    }

    public ConsoleHost Console { get; }

    public FakeTimeProvider Clock { get; }

    /// <summary>Keeps cookies and follows no redirect.</summary>
    public HttpClient Browser { get; }

    public static async Task<OAuthHost> StartAsync(
        string environment = "Development",
        Action<IServiceCollection>? services = null,
        params (string Key, string Value)[] settings
    )
    {
        var clock = new FakeTimeProvider(Some.Instant);
        var console = new ConsoleHost(
            environment,
            collection =>
            {
                collection.AddSingleton<TimeProvider>(clock);
                services?.Invoke(collection);
            },
            settings
        );
        console.UseKestrel(0);
        console.StartServer();
        using var ready = await console.ReadyBrowserAsync();
        return new OAuthHost(
            console,
            clock,
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
            {
                BaseAddress = ready.BaseAddress,
            }
        );
    }

    public T Get<T>()
        where T : notnull => Console.Services.GetRequiredService<T>();

    public async Task<Actor> DemoAdminAsync()
    {
        await using var context = await Get<IDbContextFactory<DataConnectorsDbContext>>()
            .CreateDbContextAsync();
        var admin = await context
            .Set<Teammate>()
            .SingleAsync(teammate => teammate.Email == DemoWorkspace.AdminEmail);
        return new Actor(admin.Id, admin.Name, admin.CanAccessDeveloperHub);
    }

    /// <summary>Changes the demo admin as the console does.</summary>
    public async Task ChangeDemoAdminAsync(Action<Teammate> change)
    {
        await using var scope = Console.Services.CreateAsyncScope();
        var teammates = scope.ServiceProvider.GetRequiredService<UserManager<Teammate>>();
        var admin = await teammates.FindByEmailAsync(DemoWorkspace.AdminEmail);
        change(admin!);
        Assert.True((await teammates.UpdateAsync(admin!)).Succeeded);
    }

    public async Task<CreatedApp> CreateAppAsync(params string[] scopes) =>
        (
            await Get<CreateApp>()
                .RunAsync(
                    await DemoAdminAsync(),
                    new AppDetails(
                        $"App {Get<IdGenerator>().Next()}",
                        scopes.Length == 0 ? [.. ApiScopes.All] : scopes,
                        [RedirectUri]
                    ),
                    CancellationToken.None
                )
        ).Value;

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(
        string path,
        params (string Name, string Value)[] fields
    )
    {
        using var form = Form(fields);
        using var answer = await Browser.PostAsync(path, form);
        return (answer.StatusCode, await ReadAsync(answer));
    }

    /// <summary>Asks for a token as the app, with its secret.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> TokenAsync(
        CreatedApp app,
        params (string Name, string Value)[] fields
    ) =>
        PostAsync(
            "/oauth/token",
            [("client_id", app.ClientId), ("client_secret", app.ClientSecret.Open()), .. fields]
        );

    /// <summary>An access token by client credentials.</summary>
    public async Task<string> TokenTextAsync(CreatedApp app)
    {
        var (_, body) = await TokenAsync(app, ("grant_type", "client_credentials"));
        return body.GetProperty("access_token").GetString()!;
    }

    public async Task<HttpResponseMessage> GetAsync(string token, string path = "/me")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Browser.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(string token, string path = "/me")
    {
        using var answer = await GetAsync(token, path);
        return answer.StatusCode;
    }

    public async Task SignInAsync()
    {
        using var answer = await ConsoleHost.SubmitAsync(Browser, "/sign-in", "/sign-in/demo");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Where the consent page is asked for.</summary>
    public static string AuthorizePath(CreatedApp app, Pkce pkce, string? scope = null) =>
        $"/oauth/authorize?client_id={app.ClientId}&response_type=code&state=abc"
        + $"&redirect_uri={Uri.EscapeDataString(RedirectUri)}"
        + $"&code_challenge={pkce.Challenge}&code_challenge_method=S256"
        + (scope is null ? "" : $"&scope={Uri.EscapeDataString(scope)}");

    /// <summary>The signed-in teammate answers the consent page; where the browser is sent then.</summary>
    public async Task<Uri> ConsentAsync(
        CreatedApp app,
        Pkce pkce,
        string answer = "allow",
        string? scope = null
    )
    {
        using var sent = await ConsoleHost.SubmitAsync(
            Browser,
            AuthorizePath(app, pkce, scope),
            "/oauth/authorize",
            [
                ("client_id", app.ClientId),
                ("response_type", "code"),
                ("state", "abc"),
                ("redirect_uri", RedirectUri),
                ("code_challenge", pkce.Challenge),
                ("code_challenge_method", "S256"),
                .. scope is null ? Array.Empty<(string, string)>() : [("scope", scope)],
                ("answer", answer),
            ]
        );
        Assert.True(
            sent.StatusCode == HttpStatusCode.Redirect,
            $"{sent.StatusCode}: {await sent.Content.ReadAsStringAsync()}"
        );
        return sent.Headers.Location!;
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> ExchangeAsync(
        CreatedApp app,
        string code,
        string verifier
    ) =>
        TokenAsync(
            app,
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", RedirectUri),
            ("code_verifier", verifier)
        );

    public static string Query(Uri address, string name) =>
        System.Web.HttpUtility.ParseQueryString(address.Query)[name] ?? "";

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    public ValueTask DisposeAsync()
    {
        Browser.Dispose();
        return Console.DisposeAsync();
    }
}

/// <summary>What shows that who redeems a code is who asked for it.</summary>
internal sealed record Pkce(string Verifier)
{
    public static Pkce New() => new(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    public string Challenge =>
        System.Buffers.Text.Base64Url.EncodeToString(
            SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))
        );
}
