using System.Text.Json;
using DataConnectors.Client.Names;
using DataConnectors.Tests.Client;
using DataConnectors.Tests.Journeys;

namespace DataConnectors.Tests.Cli;

/// <summary>People who know the original's command-line client use it here as they did there.</summary>
[Collection(ApiServer.Name)]
public sealed class IntercomCliTests(ApiServer server)
{
    [Fact]
    public async Task Its_commands_for_data_connectors_work_unchanged()
    {
        var cli = new IntercomCli(
            await IntercomCli.InstallAsync(),
            server.Console.Address,
            await server.AccessTokenAsync()
        );
        var name = $"Order lookup {Guid.NewGuid():N}";

        var me = await cli.RunForJsonAsync("me");
        Assert.Equal("admin", me.GetProperty("type").GetString());
        Assert.NotEmpty(me.GetProperty("app").GetProperty("id_code").GetString()!);

        var created = await cli.RunForJsonAsync("fin", "data-connectors", "create", "--name", name);
        var id = created.GetProperty("id").ToString();
        Assert.Equal(name, created.GetProperty("name").GetString());
        Assert.StartsWith(
            server.Console.Address,
            created.GetProperty("web_url").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            name,
            StoredState.Read(
                server.Console.DatabasePath,
                $"SELECT json_extract(DraftJson, '$.name') FROM Connectors WHERE Id = {id}"
            )
        );

        Assert.Equal("draft", await StateInListAsync(cli, id));
        Assert.Equal(
            "draft",
            Assert.Single(await VersionsAsync(cli, id)).GetProperty("status").GetString()
        );

        await PublishAsync(id);

        Assert.Equal("live", await StateInListAsync(cli, id));
        var connector = await cli.RunForJsonAsync("fin", "data-connectors", "get", id);
        Assert.Equal(name, connector.GetProperty("name").GetString());
        Assert.Equal("live", connector.GetProperty("state").GetString());
        Assert.EndsWith(
            "/orders/{{order_number}}",
            connector.GetProperty("request").GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
        Assert.True(connector.GetProperty("inputs").TryGetProperty("order_number", out _));

        var version = Assert.Single(await VersionsAsync(cli, id));
        Assert.Equal("live", version.GetProperty("status").GetString());
        Assert.NotEmpty(version.GetProperty("author").GetProperty("name").GetString()!);

        await ReadsForPeopleAsync(cli, id, name);
    }

    [Fact]
    public async Task It_says_what_the_server_says_where_it_is_refused()
    {
        var program = await IntercomCli.InstallAsync();
        var cli = new IntercomCli(program, server.Console.Address, await server.AccessTokenAsync());
        var stranger = new IntercomCli(
            program,
            server.Console.Address,
            Convert.ToBase64String("tok:nobody"u8)
        );

        var missing = await cli.TryAsync("fin", "data-connectors", "get", "1");
        var unknown = await stranger.TryAsync("fin", "data-connectors", "list");

        Assert.NotEqual(0, missing.ExitCode);
        Assert.Contains(
            "Data connector not found",
            missing.Errors + missing.Output,
            StringComparison.Ordinal
        );
        Assert.NotEqual(0, unknown.ExitCode);
        Assert.Contains(
            "Access Token Invalid",
            unknown.Errors + unknown.Output,
            StringComparison.Ordinal
        );
    }

    private static async Task ReadsForPeopleAsync(IntercomCli cli, string id, string name)
    {
        var list = await cli.RunAsync("fin", "data-connectors", "list", "--human");
        Assert.Contains(id, list, StringComparison.Ordinal);
        var detail = await cli.RunAsync("fin", "data-connectors", "get", id, "--human");
        Assert.Contains(name, detail, StringComparison.Ordinal);
        Assert.Contains("order_number", detail, StringComparison.Ordinal);
        await cli.RunAsync("fin", "data-connectors", "versions", id, "--human");
        await cli.RunAsync("fin", "audiences", "list", "--human");
    }

    private static async Task<List<JsonElement>> VersionsAsync(IntercomCli cli, string id) =>
        [.. (await cli.RunForJsonAsync("fin", "data-connectors", "versions", id)).EnumerateArray()];

    private static async Task<string?> StateInListAsync(IntercomCli cli, string id)
    {
        var listed = await cli.RunForJsonAsync("fin", "data-connectors", "list");
        return Assert
            .Single(
                listed.EnumerateArray(),
                connector => connector.GetProperty("id").ToString() == id
            )
            .GetProperty("state")
            .GetString();
    }

    private async Task PublishAsync(string id)
    {
        using var client = server.Client();
        await client.Connectors.UpdateAsync(
            id,
            new()
            {
                Description = "Looks up the status of an order by its number.",
                Url = server.Console.StoreAddress + "/orders/{{order_number}}",
                DataInputs =
                [
                    new()
                    {
                        Name = "order_number",
                        Description = "The number of the order",
                        ExampleValue = "1042",
                    },
                ],
                State = ConnectorState.Live,
            }
        );
    }
}
