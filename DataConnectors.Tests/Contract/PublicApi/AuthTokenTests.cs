using System.Net;
using DataConnectors.Core.Credentials;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Contract.PublicApi;

public sealed class AuthTokenTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Secret = "s3cr3t-value";
    private readonly ApiHost host = fixture.Host;

    [Fact]
    public async Task A_token_is_made_read_and_deleted_and_its_value_never_comes_back()
    {
        var created = await host.Client.AskAsync(
            "POST",
            "/auth_tokens",
            $$"""{"name":"Shop","token_type":"text","token_value":"{{Secret}}","request_header_key":"Authorization","token_prefix":"Bearer","description":"For orders","domain":"API.example.com"}"""
        );
        var id = created["id"]!.GetValue<string>();
        var read = await host.Client.AskAsync("GET", $"/auth_tokens/{id}");
        var listed = await host.Client.AskAsync("GET", "/auth_tokens");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        created.Json.IsJson(
            $$"""
            {
              "type": "auth_token", "id": "{{id}}", "name": "Shop", "token_type": "text", "request_header_key": "Authorization",
              "token_prefix": "Bearer", "description": "For orders", "domain": "api.example.com",
              "created_at": "{{created["created_at"]}}", "last_used_at": null
            }
            """
        );
        read.Json.IsJson(created.Text);
        listed["data"]!
            .AsArray()
            .Single(token => token!["id"]!.GetValue<string>() == id)
            .IsJson(created.Text);
        Assert.All(
            [created, read, listed],
            answer => Assert.DoesNotContain(Secret, answer.Text, StringComparison.Ordinal)
        );
        await using var context = await host.Contexts.CreateDbContextAsync();
        var stored = await context.Set<Token>().SingleAsync(token => token.Name == "Shop");
        Assert.DoesNotContain(Secret, stored.ProtectedValue, StringComparison.Ordinal);

        var connector = await host.Client.CreateAsync(
            $$"""{"name":"Uses it","token_ids":["{{id}}"]}"""
        );
        var used = await host.Client.AskAsync("DELETE", $"/auth_tokens/{id}");
        await host.Client.AskAsync(
            "PATCH",
            $"/data_connectors/{connector}",
            """{"token_ids":[]}"""
        );
        var deleted = await host.Client.AskAsync("DELETE", $"/auth_tokens/{id}");

        used.IsError(
            HttpStatusCode.Conflict,
            "conflict",
            "This token is used by \"Uses it\". Detach it there, and publish where they are live, then delete it."
        );
        deleted.Json.IsJson($$"""{"id":"{{id}}","object":"auth_token","deleted":true}""");
        (await host.Client.AskAsync("GET", $"/auth_tokens/{id}")).IsError(
            HttpStatusCode.NotFound,
            "auth_token_not_found",
            "Auth token not found"
        );
    }

    [Fact]
    public async Task Every_broken_rule_is_told_by_the_wires_names()
    {
        var refused = await host.Client.AskAsync(
            "POST",
            "/auth_tokens",
            """{"name":"Broken","request_header_key":"Host","token_value":"","domain":"https://x"}"""
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(
            ["request_header_key", "token_value", "domain"],
            refused["errors"]!.AsArray().Select(error => error!["field"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData(
        """{"name":"x","token_type":"oauth"}""",
        "parameter_invalid",
        "Invalid token_type. Must be: text",
        "token_type"
    )]
    [InlineData("""{"token_value":"x"}""", "parameter_not_found", "Name is required", null)]
    [InlineData(
        """{"name":"x","token":"x"}""",
        "parameter_invalid",
        "There is no token. The API reference lists what can be sent.",
        "token"
    )]
    public async Task What_no_token_can_be_is_refused(
        string json,
        string code,
        string message,
        string? field
    ) =>
        (await host.Client.AskAsync("POST", "/auth_tokens", json)).IsError(
            HttpStatusCode.UnprocessableEntity,
            code,
            message,
            field
        );
}
