using System.Net;
using System.Net.Sockets;
using DataConnectors.Web.SampleStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DataConnectors.Tests.Web.SampleStore;

public sealed class SampleStoreServerTests
{
    [Fact]
    public async Task Neither_port_serves_the_paths_of_the_other_application()
    {
        await using var console = Console(("SampleStore:Url", "http://localhost:0"));
        console.MapGet("/console", () => "console");
        await console.StartAsync();
        var store = console.Services.GetRequiredService<SampleStoreServer>().Address;
        using var client = NewClient();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, new Uri(store, "/orders/1042")));
        Assert.Equal(
            HttpStatusCode.NotFound,
            await StatusAsync(client, new Uri(store, "/console"))
        );
        Assert.Equal(
            HttpStatusCode.OK,
            await StatusAsync(client, new Uri(new Uri(console.Urls.First()), "/console"))
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            await StatusAsync(client, new Uri(new Uri(console.Urls.First()), "/orders/1042"))
        );
        Assert.True(store.IsLoopback);

        await console.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(store));
    }

    [Fact]
    public async Task Taken_port_fails_the_start_and_names_the_setting()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var port = ((IPEndPoint)occupant.LocalEndpoint).Port;
        await using var console = Console(("SampleStore:Url", $"http://localhost:{port}"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            console.StartAsync()
        );

        Assert.Contains("SampleStore:Url", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:{port}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5081")]
    [InlineData("http://example.com:5081")]
    [InlineData("https://localhost:5081")]
    [InlineData("http://localhost:5081/store")]
    [InlineData("localhost:5081")]
    [InlineData("")]
    public async Task Address_that_is_not_plain_loopback_fails_the_start(string url)
    {
        await using var console = Console(("SampleStore:Url", url), ("SampleStore:ApiKey", " "));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            console.StartAsync()
        );

        Assert.Equal(2, failure.Failures.Count());
        Assert.Contains("SampleStore:Url", failure.Message, StringComparison.Ordinal);
        Assert.Contains("SampleStore:ApiKey", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://localhost:0")]
    public async Task Free_port_is_told_by_the_address(string url)
    {
        await using var server = new SampleStoreServer(
            Options.Create(new SampleStoreOptions { Url = url }),
            TimeProvider.System
        );
        Assert.Throws<InvalidOperationException>(() => server.Address);

        await server.StartAsync(CancellationToken.None);

        Assert.NotEqual(0, server.Address.Port);
        await server.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_slow_answer()
    {
        await using var server = new SampleStoreServer(
            Options.Create(new SampleStoreOptions { Url = "http://localhost:0" }),
            TimeProvider.System
        );
        await server.StartAsync(CancellationToken.None);
        using var client = NewClient();
        using var dripping = await client.GetAsync(
            new Uri(server.Address, "/faults/drip"),
            HttpCompletionOption.ResponseHeadersRead
        );

        await server.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            dripping.Content.CopyToAsync(Stream.Null)
        );
    }

    private static WebApplication Console(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))
        );
        builder.Services.AddSampleStore(builder.Configuration);
        return builder.Build();
    }

    private static HttpClient NewClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
        client.DefaultRequestHeaders.Add("X-Api-Key", "demo-store-key");
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri address)
    {
        using var response = await client.GetAsync(address);
        return response.StatusCode;
    }
}
