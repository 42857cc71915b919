using System.Net;
using System.Text.Json;
using DataConnectors.Client;
using DataConnectors.Client.Models;
using DataConnectors.Client.Names;
using DataConnectors.Tests.Journeys;

namespace DataConnectors.Tests.Client;

/// <summary>What a program does with the real server, over a real socket.</summary>
[Collection(ApiServer.Name)]
public sealed class OutsiderTests(ApiServer server)
{
    [Fact]
    public async Task A_program_builds_publishes_runs_reads_and_deletes_a_connector()
    {
        using var client = server.Client();
        var token = await client.AuthTokens.CreateAsync(
            new()
            {
                Name = $"Store key {Guid.NewGuid():N}",
                TokenValue = "demo-store-key",
                RequestHeaderKey = "X-Api-Key",
            }
        );

        var draft = await client.Connectors.CreateAsync(
            OrderStatus() with
            {
                TokenIds = [token.Id],
            }
        );
        Assert.Equal(ConnectorState.Draft, draft.State);
        Assert.Equal("order_number", Assert.Single(draft.DataInputs).Name);

        var described = await client.Connectors.UpdateAsync(
            draft.Id,
            new() { Description = "Looks up where an order is, by its number." },
            ifMatch: draft.ETag
        );
        Assert.NotEqual(draft.ETag, described.ETag);
        var live = await client.Connectors.UpdateAsync(
            draft.Id,
            new() { State = ConnectorState.Live },
            ifMatch: described.ETag
        );
        Assert.Equal(ConnectorState.Live, live.State);

        var run = await client.ExecutionResults.RunAsync(
            draft.Id,
            RunRequest.With(new { order_number = "1042" })
        );
        Assert.True(run.Success, run.ErrorMessage);
        Assert.Equal(200, run.HttpStatus);
        Assert.Contains("1042", run.ResponseBody, StringComparison.Ordinal);
        Assert.Equal($"{server.Console.StoreAddress}/orders/1042", run.RequestUrl);
        Assert.Equal(
            "1",
            StoredState.Read(
                server.Console.DatabasePath,
                $"SELECT COUNT(*) FROM Executions WHERE Id = {run.Id}"
            )
        );

        var read = await client.ExecutionResults.GetAsync(draft.Id, run.Id);
        Assert.Equal(run.ResponseBody, read.ResponseBody);
        var listed = Assert.Single(await ListAsync(client.ExecutionResults.ListAsync(draft.Id)));
        Assert.Equal(run.Id, listed.Id);
        Assert.Null(listed.ResponseBody);

        var version = Assert.Single(await ListAsync(client.Versions.ListAsync(draft.Id)));
        Assert.Equal(VersionStatus.Live, version.Status);
        var noted = await client.Versions.UpdateAsync(draft.Id, version.Id, new("The first one."));
        Assert.Equal("The first one.", noted.Note);
        Assert.Equal(noted, await client.Versions.GetAsync(draft.Id, version.Id));

        var health = await client.Connectors.GetHealthAsync(draft.Id);
        Assert.Equal(1, health.Summary.Executions);
        Assert.Equal(1, health.Summary.SuccessRate);
        Assert.Equal(200, Assert.Single(health.StatusBreakdown).HttpStatus);

        await client.Connectors.UpdateAsync(draft.Id, new() { State = ConnectorState.Draft });
        Assert.True((await client.Connectors.DeleteAsync(draft.Id)).IsDeleted);
        Assert.Contains((await client.AuthTokens.ListAsync()).Data, of => of.Id == token.Id);
        Assert.True((await client.AuthTokens.DeleteAsync(token.Id)).IsDeleted);
        var gone = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Connectors.GetAsync(draft.Id)
        );
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.True(gone.Has("data_connector_not_found"));
        Assert.Equal(
            "0",
            StoredState.Read(
                server.Console.DatabasePath,
                $"SELECT COUNT(*) FROM Connectors WHERE Id = {draft.Id}"
            )
        );
    }

    [Fact]
    public async Task What_was_read_can_be_sent_back_whole_and_changes_nothing()
    {
        using var client = server.Client();
        var created = await client.Connectors.CreateAsync(
            OrderStatus() with
            {
                InternalDescription = "Asked for by the shop.",
                Headers = [new("Accept", "application/json"), new("X-Team", "support")],
                Audiences = [AudienceRole.Users],
                ExpectedStatuses = [404],
                TimeoutMs = 5000,
                DataTransformationType = TransformationType.RedactedAccess,
                MockResponse = JsonElement.Parse(
                    """{"number":1042,"status":"shipped","email":"a@example.com"}"""
                ),
                ResponseFields =
                [
                    new() { Path = "number", Type = ResponseFieldType.Number },
                    new()
                    {
                        Path = "status",
                        Type = ResponseFieldType.Text,
                        RenamedTo = "state",
                    },
                    new()
                    {
                        Path = "email",
                        Redacted = true,
                        Exposed = false,
                    },
                ],
            }
        );

        var again = await client.Connectors.UpdateAsync(
            created.Id,
            new()
            {
                Name = created.Name,
                Description = created.Description,
                InternalDescription = created.InternalDescription,
                HttpMethod = created.HttpMethod!.Value,
                Url = created.Url,
                Body = created.Body,
                BodyFormat = created.BodyFormat!.Value,
                Headers = [.. created.Headers],
                DataInputs = [.. created.DataInputs],
                DirectFinUsage = created.DirectFinUsage,
                Audiences = [.. created.Audiences],
                AudienceIds = [.. created.AudienceIds],
                CustomAudience = created.CustomAudience,
                RolloutPercentage = created.RolloutPercentage!.Value,
                TokenIds = [.. created.TokenIds],
                CustomerAuthentication = created.CustomerAuthentication,
                BypassAuthentication = created.BypassAuthentication,
                ValidateMissingAttributes = created.ValidateMissingAttributes!.Value,
                MockResponse = created.MockResponse,
                ConfigurationResponseType = created.ConfigurationResponseType!.Value,
                DataTransformationType = created.DataTransformationType!.Value,
                ResponseFields = [.. created.ResponseFields],
                ObjectMappings = [.. created.ObjectMappings],
                TimeoutMs = created.TimeoutMs!.Value,
                ResponseCapBytes = created.ResponseCapBytes!.Value,
                ExpectedStatuses = [.. created.ExpectedStatuses],
            },
            ifMatch: created.ETag
        );

        Assert.All(created.Headers, header => Assert.Equal("****", header.Value));
        Assert.Equal(
            JsonSerializer.Serialize(created with { ETag = null, UpdatedAt = default }),
            JsonSerializer.Serialize(again with { ETag = null, UpdatedAt = default })
        );
        Assert.Equal(
            "support",
            StoredState.Read(
                server.Console.DatabasePath,
                $"SELECT json_extract(DraftJson, '$.headers[1].value') FROM Connectors WHERE Id = {created.Id}"
            )
        );
        await client.Connectors.DeleteAsync(created.Id);
    }

    [Fact]
    public async Task Of_two_programs_that_change_the_same_the_second_one_is_told()
    {
        using var client = server.Client();
        var read = await client.Connectors.CreateAsync(OrderStatus());

        await client.Connectors.UpdateAsync(read.Id, new() { Name = NewName() }, read.ETag);
        var late = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Connectors.UpdateAsync(read.Id, new() { Name = NewName() }, read.ETag)
        );

        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.NotNull(late.RequestId);
        await client.Connectors.DeleteAsync(read.Id);
    }

    [Fact]
    public async Task Lists_are_read_to_their_end_and_hold_everything_once()
    {
        using var client = server.Client();
        var created = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 5; number++)
        {
            created.Add((await client.Connectors.CreateAsync(OrderStatus())).Id);
        }

        var listed = await ListAsync(client.Connectors.ListAsync(perPage: 2));

        Assert.Equal(
            created.Order(),
            listed.Select(connector => connector.Id).Where(created.Contains).Order()
        );
        foreach (var id in created)
        {
            await client.Connectors.DeleteAsync(id);
        }
    }

    [Fact]
    public async Task A_run_asked_for_twice_under_one_key_runs_once()
    {
        using var client = server.Client();
        var connector = await client.Connectors.CreateAsync(OrderStatus());
        await client.Connectors.UpdateAsync(connector.Id, new() { State = ConnectorState.Live });
        var run = RunRequest.With(new { order_number = "1042" });
        var key = Guid.NewGuid().ToString();

        var first = await client.ExecutionResults.RunAsync(connector.Id, run, key);
        var second = await client.ExecutionResults.RunAsync(connector.Id, run, key);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(
            "1",
            StoredState.Read(
                server.Console.DatabasePath,
                $"SELECT COUNT(*) FROM Executions WHERE ConnectorId = {connector.Id}"
            )
        );
    }

    [Fact]
    public async Task A_token_for_reading_reads_and_is_told_which_scope_it_lacks_for_more()
    {
        using var client = server.Client("read_workflow_connector_execution_result");

        _ = await client.Connectors.ListPageAsync();
        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Connectors.CreateAsync(OrderStatus())
        );

        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
        Assert.Contains("read_write_data_connectors", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_given_back_is_accepted_no_longer()
    {
        var token = await server.AccessTokenAsync();
        using var client = DataConnectorsClient.Create(
            new() { BaseAddress = new Uri(server.Console.Address), AccessToken = token }
        );
        Assert.Equal("admin", (await client.Identity.GetAsync()).Type);

        await client.OAuth.RevokeAsync(
            new()
            {
                Token = token,
                ClientId = "demo-client",
                ClientSecret = "demo-secret",
            }
        );

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Identity.GetAsync()
        );
        Assert.True(refusal.Has("unauthorized"));
    }

    [Fact]
    public async Task The_workspace_in_short_lists_what_was_created_by_name()
    {
        using var client = server.Client();
        var created = await client.FinSdk.CreateConnectorAsync(new(NewName()));

        var manifest = await client.FinSdk.GetManifestAsync();
        var connector = await client.FinSdk.GetConnectorAsync(created.Id);

        Assert.Equal(
            ConnectorState.Draft,
            Assert.Single(manifest.DataConnectors, of => of.Id == created.Id).State
        );
        Assert.Equal(created.Name, connector.Name);
        Assert.Equal(
            VersionStatus.Draft,
            Assert.Single((await client.FinSdk.ListVersionsAsync(created.Id)).Versions).Status
        );
        await client.Connectors.DeleteAsync(created.Id);
    }

    private NewDataConnector OrderStatus() =>
        new()
        {
            Name = NewName(),
            Description = "Looks up the status of an order by its number.",
            Url = server.Console.StoreAddress + "/orders/{{order_number}}",
            HttpMethod = HttpMethodName.Get,
            DataInputs =
            [
                new()
                {
                    Name = "order_number",
                    Type = DataInputType.Number,
                    Description = "The number of the order",
                    ExampleValue = "1042",
                },
            ],
        };

    private static string NewName() => $"Get order status {Guid.NewGuid():N}";

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
