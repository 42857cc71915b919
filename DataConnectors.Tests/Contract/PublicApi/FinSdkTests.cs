using System.Net;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.People;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>What the original's command-line client reads.</summary>
public sealed class FinSdkTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private readonly ApiHost host = fixture.Host;

    [Fact]
    public async Task A_connector_is_made_by_name_listed_and_downloaded()
    {
        var created = await host.Client.AskAsync(
            "POST",
            "/fin-sdk/data-connectors",
            """{"name":"Order lookup"}"""
        );
        var id = created["id"]!.GetValue<string>();
        await host.Client.AskAsync(
            "PATCH",
            $"/data_connectors/{id}",
            """{"url":"https://api.example.com/orders/{{order_id}}","description":"Reads an order","data_inputs":[{"name":"order_id","type":"integer","description":"The number"}],"mock_response":{"status":"shipped"}}"""
        );

        var manifest = await host.Client.AskAsync("GET", "/fin-sdk/manifest");
        var downloaded = await host.Client.AskAsync(
            "GET",
            $"/fin-sdk/data-connectors/{id}/download"
        );

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("Order lookup", created["name"]!.GetValue<string>());
        Assert.Equal(
            new Uri(
                host.Client.BaseAddress!,
                $"/settings/integrations/data-connectors/{id}/edit"
            ).ToString(),
            created["web_url"]!.GetValue<string>()
        );
        Assert.NotEmpty(created["message"]!.GetValue<string>());
        manifest["workspace"]!["name"].IsJson("\"Harbor & Pine\"");
        manifest["workspace"]!["app_id"].IsJson("\"4711\"");
        Assert.Matches("^[a-z0-9]+$", manifest["workspace"]!["app_id_code"]!.GetValue<string>());
        manifest["procedures"].IsJson("[]");
        manifest["tasks"].IsJson("[]");
        manifest["guidance"].IsJson("[]");
        manifest["data_connectors"]!
            .AsArray()
            .Single(connector => connector!["id"]!.GetValue<string>() == id)
            .IsJson($$"""{"id":"{{id}}","name":"Order lookup","state":"draft"}""");
        downloaded.Json.IsJson(
            $$$"""
            {
              "id": "{{{id}}}", "name": "Order lookup", "state": "draft", "description": "Reads an order", "enable_direct_usage": false,
              "request": {"method": "get", "url": "https://api.example.com/orders/{{order_id}}"},
              "inputs": {"order_id": {"type": "integer", "description": "The number", "required": true}},
              "outputs": {"status": {"type": "string"}}
            }
            """
        );
    }

    [Fact]
    public async Task Versions_are_listed_newest_first()
    {
        var id = await host.Client.CreateAsync(
            """{"name":"Versions","url":"https://api.example.com"}"""
        );
        await host.Client.AskAsync("PATCH", $"/data_connectors/{id}", """{"state":"live"}""");
        await host.Client.AskAsync(
            "PATCH",
            $"/data_connectors/{id}",
            """{"name":"Second","state":"live"}"""
        );
        await host.Client.AskAsync("PATCH", $"/data_connectors/{id}", """{"name":"Third"}""");

        var listed = await host.Client.AskAsync("GET", $"/fin-sdk/data-connectors/{id}/versions");

        Assert.Equal(
            ["draft", "live", "previously_live"],
            listed["versions"]!.AsArray().Select(version => version!["status"]!.GetValue<string>())
        );
        Assert.All(
            listed["versions"]!.AsArray(),
            version => Assert.Equal("Ada Admin", version!["author"]!["name"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("/fin-sdk/data-connectors/77/download")]
    [InlineData("/fin-sdk/data-connectors/77/versions")]
    public async Task A_connector_that_is_not_there(string path) =>
        (await host.Client.AskAsync("GET", path)).IsError(
            HttpStatusCode.NotFound,
            "data_connector_not_found",
            "Data connector not found"
        );

    [Fact]
    public async Task Audiences_are_a_list()
    {
        var rule = RoleAudience.Of([PersonRole.User])!;
        var id = (
            await host.Get<CreateAudience>()
                .RunAsync(host.Actor, new("Signed in", "", rule), CancellationToken.None)
        ).Value;

        var listed = await host.Client.AskAsync("GET", "/fin-sdk/audiences");

        listed.Json.IsJson($$"""{"audiences":[{"id":"{{id}}","name":"Signed in"}]}""");
    }
}
