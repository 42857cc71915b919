using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DataConnectors.Tests.Support;
using DataConnectors.Tests.Web.PublicApi.OAuth;

namespace DataConnectors.Tests.Journeys;

/// <summary>The public API of a running server, opened with the client that Development seeds.</summary>
internal sealed class ConsoleApi : IDisposable
{
    private readonly HttpClient client;

    private ConsoleApi(HttpClient client) => this.client = client;

    public static async Task<ConsoleApi> OpenAsync(ConsoleProcess server)
    {
        var opened = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var form = OAuthHost.Form(
            ("grant_type", "client_credentials"),
            ("client_id", "demo-client"),
            ("client_secret", "demo-secret")
        );
        using var granted = await opened.PostAsync("/oauth/token", form);
        opened.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (await OAuthHost.ReadAsync(granted)).GetProperty("access_token").GetString()
        );
        return new ConsoleApi(opened);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Creates a connector and sets it live; its id.</summary>
    public async Task<long> CreateLiveConnectorAsync(string json)
    {
        var created = await SendAsync(HttpMethod.Post, "/data_connectors", json);
        var id = created.GetProperty("id").GetString()!;
        await SendAsync(HttpMethod.Patch, $"/data_connectors/{id}", """{"state":"live"}""");
        return long.Parse(id, CultureInfo.InvariantCulture);
    }

    /// <summary>The answer's body, which must be a success.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {body}");
        return Some.Json(body);
    }
}
