using System.Net.Http.Json;
using System.Text.Json;
using DataConnectors.Web.SampleStore;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Web.SampleStore;

/// <summary>A store of its own on a free port, and a client that sends the key and neither follows nor inflates anything.</summary>
public sealed class RunningStore : IAsyncLifetime
{
    public const string Key = "test-key";

    private readonly SampleStoreServer server = new(
        Options.Create(new SampleStoreOptions { Url = "http://localhost:0", ApiKey = Key }),
        TimeProvider.System
    );

    public Uri Address => server.Address;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await server.StartAsync(CancellationToken.None);
        Client = NewClient();
        Client.DefaultRequestHeaders.Add("X-Api-Key", Key);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
    }

    /// <summary>A client without a key.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromSeconds(10),
        };

    /// <summary>The JSON at a path that answers 200.</summary>
    public Task<JsonElement> ReadAsync(string path) => Client.GetFromJsonAsync<JsonElement>(path);
}

internal static class JsonReading
{
    /// <summary>The body as JSON, whatever the status.</summary>
    public static Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The <c>error.code</c> of a failed answer.</summary>
    public static async Task<string?> ErrorCodeAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = (await response.JsonAsync()).GetProperty("error");
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return error.GetProperty("code").GetString();
    }

    /// <summary>The text of a property.</summary>
    public static string? Text(this JsonElement element, string property) =>
        element.GetProperty(property).GetString();
}
