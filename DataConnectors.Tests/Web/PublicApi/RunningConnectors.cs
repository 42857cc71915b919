using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Contract.PublicApi;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace DataConnectors.Tests.Web.PublicApi;

/// <summary>The whole server, called as a program calls it, and an API that its connectors call.</summary>
public sealed class RunningConnectors : IAsyncLifetime
{
    private ApiHost host = null!;

    /// <summary>What connectors call.</summary>
    public LoopbackApi Api { get; } = LoopbackApi.Start();

    /// <summary>The admin for whom access tokens act.</summary>
    internal Actor Admin => host.Actor;

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Egress:TrustedHosts:0", $"127.0.0.1:{Api.Port}")])
            .Build();
        host = await ApiHost.StartAsync(services: services => services.AddEgress(configuration));
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Api.DisposeAsync();
    }

    /// <summary>A service of the running server.</summary>
    internal T Get<T>()
        where T : notnull => host.Get<T>();

    /// <summary>Looks behind the API.</summary>
    internal Task<DataConnectorsDbContext> ContextAsync() => host.Contexts.CreateDbContextAsync();

    /// <summary>An access token of the admin with these scopes.</summary>
    internal async Task<string> TokenAsync(params string[] scopes)
    {
        using var caller = await host.ClientAsync(scopes);
        return caller.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    /// <summary>A connector that is live.</summary>
    internal async Task<long> PublishAsync(ConnectorDefinition definition)
    {
        var id = await DraftAsync(definition);
        await PublishAsync(id, revision: 1);
        return id;
    }

    internal async Task<LiveVersion> PublishAsync(long id, long revision, string note = "") =>
        (
            await Get<PublishDraft>().RunAsync(Admin, id, revision, note, CancellationToken.None)
        ).Value;

    /// <summary>A connector that is not live.</summary>
    internal async Task<long> DraftAsync(ConnectorDefinition definition) =>
        (await Get<CreateConnector>().RunAsync(Admin, definition, CancellationToken.None)).Value;

    /// <summary>Records executions as if they had run.</summary>
    internal Task RecordAsync(params ExecutionResult[] runs) =>
        Task.WhenAll(runs.Select(Get<ExecutionRecorder>().OnCompletedAsync));

    /// <summary>A connector that reads an order of <see cref="Api"/>.</summary>
    internal ConnectorDefinition Order(string path = "/orders/{{order_id}}") =>
        new()
        {
            Name = "Get order status",
            Description = "Looks up an order.",
            Url = Api.BaseUrl + path,
            DataInputs = [new DataInput { Name = "order_id" }],
        };

    internal Task<ApiAnswer> GetAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Get, path, body: null, token);

    internal Task<ApiAnswer> PostAsync(string path, string body, string? token = null) =>
        SendAsync(HttpMethod.Post, path, body, token);

    internal Task<ApiAnswer> PatchAsync(string path, string body, string? token = null) =>
        SendAsync(HttpMethod.Patch, path, body, token);

    /// <summary>A client of its own, with the token that has every scope.</summary>
    internal HttpClient NewClient()
    {
        var another = host.CreateClient();
        another.DefaultRequestHeaders.Authorization = host.Client
            .DefaultRequestHeaders
            .Authorization;
        return another;
    }

    private async Task<ApiAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? body,
        string? token
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = ApiHost.Json(body);
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await host.Client.SendAsync(request);
        return new ApiAnswer(
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Location?.ToString()
        );
    }
}

/// <summary>What the server answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Text, string? Location)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The id at the root.</summary>
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The rows of a list.</summary>
    public IReadOnlyList<JsonElement> Rows => [.. Json.GetProperty("data").EnumerateArray()];

    public IReadOnlyList<string> RowIds =>
        [.. Rows.Select(row => row.GetProperty("id").GetString()!)];

    /// <summary>The cursor of the next page; null on the last.</summary>
    public string? Next =>
        Json.GetProperty("pages").GetProperty("next") is { ValueKind: JsonValueKind.Object } next
            ? next.GetProperty("starting_after").GetString()
            : null;

    /// <summary>Holds the answer against the one fault that is expected.</summary>
    public void AssertError(
        HttpStatusCode status,
        string code,
        string message,
        string? field = null
    )
    {
        Assert.True(status == Status, Text);
        Assert.Equal("error.list", Json.GetProperty("type").GetString());
        Assert.NotEmpty(Json.GetProperty("request_id").GetString()!);
        var error = Assert.Single(Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(field, error.TryGetProperty("field", out var at) ? at.GetString() : null);
    }
}
