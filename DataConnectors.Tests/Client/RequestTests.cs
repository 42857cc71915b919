using System.Text.Json;
using DataConnectors.Client;
using DataConnectors.Client.Models;
using DataConnectors.Client.Names;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

public sealed class RequestTests
{
    private const string Path = "/data_connectors/7";

    [Fact]
    public async Task A_change_sends_what_is_set_and_nothing_else()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(Path, LoopbackAnswer.Json(Scripts.Connector));
        using var client = ClientOf.Api(api);

        await client.Connectors.UpdateAsync("7", new());
        await client.Connectors.UpdateAsync(
            "7",
            new()
            {
                InternalDescription = null,
                DirectFinUsage = false,
                TokenIds = [],
                Headers = [new("Accept", "text/plain"), new("X-Key", "****")],
                State = ConnectorState.Live,
            }
        );

        Assert.Equal("{}", api.Requests[0].BodyText);
        Assert.Equal(
            """
            {"state":"live","internal_description":null,"headers":[{"name":"Accept","value":"text/plain"},{"name":"X-Key","value":"****"}],"direct_fin_usage":false,"token_ids":[]}
            """.Trim(),
            api.Requests[1].BodyText
        );
        Assert.Equal("PATCH", api.Requests[1].Method);
    }

    [Fact]
    public async Task A_new_connector_is_written_as_the_contract_says()
    {
        await using var api = LoopbackApi.Start();
        api.Answer("/data_connectors", LoopbackAnswer.Json(Scripts.Connector, 201));
        using var client = ClientOf.Api(api);

        await client.Connectors.CreateAsync(
            new()
            {
                Name = "Get order status",
                HttpMethod = HttpMethodName.Get,
                Url = "https://api.example.com/orders/{{order_id}}/status",
                Audiences = [AudienceRole.Leads, AudienceRole.Visitors],
                RolloutPercentage = 20,
                DataInputs =
                [
                    new()
                    {
                        Name = "order_id",
                        Type = DataInputType.Text,
                        Description = "The order ID to look up",
                        Required = true,
                        DefaultValue = "",
                    },
                ],
                MockResponse = JsonElement.Parse("""{"order":{"id":1}}"""),
            }
        );

        var expected = JsonElement.Parse(
            """
            {"name":"Get order status","http_method":"get","url":"https://api.example.com/orders/{{order_id}}/status",
             "audiences":["leads","visitors"],"rollout_percentage":20,"mock_response":{"order":{"id":1}},
             "data_inputs":[{"name":"order_id","type":"string","description":"The order ID to look up","required":true,"default_value":""}]}
            """
        );
        Assert.True(
            JsonElement.DeepEquals(expected, JsonElement.Parse(api.Requests[0].BodyText)),
            api.Requests[0].BodyText
        );
    }

    [Fact]
    public async Task An_audience_of_its_own_is_written_as_nested_predicates_and_sent_back_as_it_was_read()
    {
        await using var api = LoopbackApi.Start();
        const string rule =
            """{"operator":"AND","value":[{"attribute":"person.plan","comparison":"in_list","value":["pro","team"]},{"operator":"OR","value":[{"attribute":"company.seats","comparison":"at_least","value":"10"},{"attribute":"person.vip","comparison":"is_true"}]}]}""";
        api.Answer(
            Path,
            LoopbackAnswer.Json($$"""{"id":"7","name":"N","custom_audience":{{rule}}}""")
        );
        using var client = ClientOf.Api(api);

        var read = await client.Connectors.UpdateAsync(
            "7",
            new()
            {
                CustomAudience = AudiencePredicate.All(
                    AudiencePredicate.Compare(
                        "person.plan",
                        AudienceComparison.InList,
                        "pro",
                        "team"
                    ),
                    AudiencePredicate.Any(
                        AudiencePredicate.Compare(
                            "company.seats",
                            AudienceComparison.AtLeast,
                            "10"
                        ),
                        AudiencePredicate.Compare("person.vip", AudienceComparison.IsTrue)
                    )
                ),
                AudienceIds = [],
            }
        );
        await client.Connectors.UpdateAsync("7", new() { CustomAudience = read.CustomAudience });

        Assert.Equal(
            $$"""{"audience_ids":[],"custom_audience":{{rule}}}""",
            api.Requests[0].BodyText
        );
        Assert.Equal($$"""{"custom_audience":{{rule}}}""", api.Requests[1].BodyText);
    }

    [Fact]
    public async Task The_tag_of_what_was_read_makes_a_change_conditional()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(
            Path,
            request =>
                request.Method == "GET"
                    ? LoopbackAnswer.Json(Scripts.Connector, 200, ("ETag", "\"r3\""))
                : request.Header("If-Match") == "\"r3\""
                    ? LoopbackAnswer.Json(Scripts.Connector, 200, ("ETag", "\"r4\""))
                : Scripts.Refusal(412, "conflict")
        );
        using var client = ClientOf.Api(api);

        var read = await client.Connectors.GetAsync("7", StateVersion.Draft);
        var changed = await client.Connectors.UpdateAsync(
            "7",
            new() { Name = "New" },
            ifMatch: read.ETag
        );
        var late = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Connectors.UpdateAsync("7", new() { Name = "Late" }, ifMatch: "\"r2\"")
        );

        Assert.Equal("\"r3\"", read.ETag);
        Assert.Equal("\"r4\"", changed.ETag);
        Assert.True(late.Has("conflict"));
        Assert.Equal("/data_connectors/7?state_version=draft", api.Requests[0].Target);
    }

    [Fact]
    public async Task A_change_without_a_tag_is_not_conditional()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(Path, LoopbackAnswer.Json(Scripts.Connector));
        using var client = ClientOf.Api(api);

        await client.Connectors.UpdateAsync("7", new() { Name = "New" });

        Assert.Null(api.Requests[0].Header("If-Match"));
    }

    [Fact]
    public async Task What_a_newer_server_adds_is_kept_and_sent_back()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(
            Path,
            LoopbackAnswer.Json(
                """
                {"type":"data_connector","id":"7","name":"N","state":"hibernating","mood":{"level":3},
                 "data_inputs":[{"name":"when","type":"datetime","required":true,"unit":"s"}],
                 "audiences":["robots"],"validate_missing_attributes":null,"created_at":"2025-11-15T09:30:00Z"}
                """
            )
        );
        using var client = ClientOf.Api(api);

        var connector = await client.Connectors.GetAsync("7");
        await client.Connectors.UpdateAsync(
            "7",
            new() { DataInputs = [.. connector.DataInputs], Audiences = [.. connector.Audiences] }
        );

        Assert.Equal(new ConnectorState("hibernating"), connector.State);
        Assert.Equal(3, connector.OtherMembers!["mood"].GetProperty("level").GetInt32());
        Assert.Equal(
            """{"data_inputs":[{"name":"when","type":"datetime","required":true,"unit":"s"}],"audiences":["robots"]}""",
            api.Requests[1].BodyText
        );
    }

    [Fact]
    public async Task The_bearer_of_an_id_cannot_leave_its_path()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(LoopbackApi.AnyPath, LoopbackAnswer.Json(Scripts.Connector));
        using var client = ClientOf.Api(api);

        await client.Connectors.GetAsync("../me?x=1");

        Assert.Equal("/data_connectors/..%2Fme%3Fx%3D1", api.Requests[0].Target);
    }
}
