using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Tests.Web.Hosting;

/// <summary>The whole server with a data folder of its own, reached without a socket unless one is asked for, and the lines it logged.</summary>
internal sealed partial class ConsoleHost(
    string environment = "Development",
    Action<IServiceCollection>? services = null,
    params (string Key, string Value)[] settings
) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(
        "dataconnectors-host-"
    );

    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>A browser of its own: it keeps cookies and does not follow redirects.</summary>
    public HttpClient Browser() =>
        CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                // Where its socket listens, when it has one.
                BaseAddress = ClientOptions.BaseAddress,
            }
        );

    public async Task<HttpClient> ReadyBrowserAsync()
    {
        var browser = Browser();
        for (var tries = 0; tries < 400; tries++)
        {
            using var answer = await browser.GetAsync("/healthz");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return browser;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException("The server was not ready within 10 s.");
    }

    /// <summary>Loads <paramref name="page"/> as a browser does, then posts one of its forms with the page's antiforgery token.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        HttpClient browser,
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        var html = await browser.GetStringAsync(page);
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", TokenField().Match(html).Groups[1].Value),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await browser.PostAsync(action, form);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("DataDirectory", folder.FullName);
        builder.UseSetting("SampleStore:Url", "http://127.0.0.1:0");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging =>
            logging.ClearProviders().AddProvider(new QueueLogger(Log))
        );
        builder.ConfigureTestServices(collection => services?.Invoke(collection));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private sealed class QueueLogger(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
