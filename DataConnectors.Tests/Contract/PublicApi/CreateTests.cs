using System.Net;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.People;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Contract.PublicApi;

public sealed class CreateTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private readonly ApiHost host = fixture.Host;

    [Fact]
    public async Task The_contracts_example_is_created_as_a_draft()
    {
        var created = await host.Client.AskAsync(
            "POST",
            "/data_connectors",
            """
            {
              "name": "Get Order Status",
              "description": "Looks up order status from an external service",
              "http_method": "get",
              "url": "https://api.example.com/orders/{{order_id}}/status",
              "direct_fin_usage": true,
              "audiences": ["leads", "visitors"],
              "headers": [{"name": "Content-Type", "value": "application/json"}],
              "data_inputs": [{"name": "order_id", "type": "string", "description": "The order ID to look up", "required": true, "default_value": ""}],
              "customer_authentication": true,
              "bypass_authentication": false,
              "validate_missing_attributes": true
            }
            """
        );

        Assert.Equal(HttpStatusCode.Created, created.Status);
        ContractSchema.Holds("data_connector_detail", created.Json);
        var id = created["id"]!.GetValue<string>();
        created.Json.IsJson(
            $$$"""
            {
              "type": "data_connector",
              "id": "{{{id}}}",
              "name": "Get Order Status",
              "description": "Looks up order status from an external service",
              "internal_description": "",
              "state": "draft",
              "http_method": "get",
              "url": "https://api.example.com/orders/{{order_id}}/status",
              "body": "",
              "body_format": "json",
              "headers": [{"name": "Content-Type", "value": "****"}],
              "direct_fin_usage": true,
              "audiences": ["leads", "visitors"],
              "audience_ids": [],
              "custom_audience": null,
              "rollout_percentage": 100,
              "execution_type": "server_side",
              "configuration_response_type": "test_response_type",
              "mock_response": null,
              "example_response": null,
              "data_transformation_type": "full_access",
              "transformation_language": null,
              "transformation_code": null,
              "kept_transformation_code": null,
              "client_function_name": null,
              "client_function_timeout_ms": null,
              "data_inputs": [{"name": "order_id", "type": "string", "description": "The order ID to look up", "required": true, "default_value": "", "example_value": null, "source": "fin", "attribute": null, "custom_value": null}],
              "response_fields": [],
              "object_mappings": [],
              "token_ids": [],
              "customer_authentication": true,
              "bypass_authentication": false,
              "validate_missing_attributes": true,
              "timeout_ms": 15000,
              "response_cap_bytes": 1048576,
              "expected_statuses": [],
              "created_by_admin_id": "900",
              "updated_by_admin_id": "900",
              "created_at": "{{{created["created_at"]}}}",
              "updated_at": "{{{created["created_at"]}}}",
              "execution_results_url": "/data_connectors/{{{id}}}/execution_results"
            }
            """
        );
        Assert.Matches(
            @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$",
            created["created_at"]!.GetValue<string>()
        );
        Assert.Equal($"/data_connectors/{id}", created.Headers["Location"]);

        var stored = await StoredAsync(id);
        Assert.Equal(ConnectorState.Draft, stored.State);
        Assert.Equal(900, stored.CreatedById);
        var definition = ConnectorJson.Deserialize(stored.DraftJson);
        Assert.Equal([new HeaderField("Content-Type", "application/json")], definition.Headers);
        Assert.Equal(
            [PersonRole.Lead, PersonRole.Visitor],
            RoleAudience.Read(definition.CustomAudience)!
        );
        Assert.True(definition.CustomerAuthentication);
    }

    [Fact]
    public async Task A_name_is_enough_and_Fin_does_not_use_it_by_itself()
    {
        var created = await host.Client.AskAsync(
            "POST",
            "/data_connectors",
            """{"name":"My Connector"}"""
        );

        ContractSchema.Holds("data_connector_detail", created.Json);
        Assert.False(created["direct_fin_usage"]!.GetValue<bool>());
        Assert.False(created["customer_authentication"]!.GetValue<bool>());
        Assert.False(created["bypass_authentication"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_mock_response_makes_response_fields()
    {
        var created = await host.Client.AskAsync(
            "POST",
            "/data_connectors",
            """{"name":"Order Lookup","mock_response":{"order":{"id":12345,"status":"shipped","paid":true,"lines":[]}}}"""
        );

        ContractSchema.Holds("data_connector_detail", created.Json);
        Assert.Equal(
            "mock_response_type",
            created["configuration_response_type"]!.GetValue<string>()
        );
        created["response_fields"]
            .IsJson(
                """
                [
                  {"path":"order.id","type":"integer","example_value":12345,"redacted":false,"exposed":false,"renamed_to":null,"fallback":null,"transformations":[]},
                  {"path":"order.status","type":"string","example_value":"shipped","redacted":false,"exposed":false,"renamed_to":null,"fallback":null,"transformations":[]},
                  {"path":"order.paid","type":"boolean","example_value":true,"redacted":false,"exposed":false,"renamed_to":null,"fallback":null,"transformations":[]},
                  {"path":"order.lines[]","type":"unknown","example_value":null,"redacted":false,"exposed":false,"renamed_to":null,"fallback":null,"transformations":[]}
                ]
                """
            );
        var definition = ConnectorJson.Deserialize(
            (await StoredAsync(created["id"]!.GetValue<string>())).DraftJson
        );
        Assert.Equal(ExampleOrigin.Mock, definition.ExampleOrigin);
        Assert.Equal(
            new ExampleResponse(
                200,
                "application/json",
                """{"order":{"id":12345,"status":"shipped","paid":true,"lines":[]}}"""
            ),
            definition.ExampleResponse
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"name":"  "}""")]
    public async Task Without_a_name_nothing_is_created(string json)
    {
        await using var context = await host.Contexts.CreateDbContextAsync();
        var before = await context.Set<Connector>().CountAsync();

        var refused = await host.Client.AskAsync("POST", "/data_connectors", json);

        refused.IsError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_not_found",
            "Name is required"
        );
        ContractSchema.Holds("error", refused.Json);
        Assert.Equal(before, await context.Set<Connector>().CountAsync());
    }

    [Theory]
    [InlineData(
        "audiences",
        """["leads","aliens"]""",
        "Invalid audiences. Must be a subset of: leads, users, visitors"
    )]
    [InlineData(
        "audiences",
        "\"leads\"",
        "Invalid audiences. Must be a subset of: leads, users, visitors"
    )]
    [InlineData("http_method", "\"head\"", "Http Method isn't an option")]
    [InlineData("url", "7", "url must be a string, not a number like this one.")]
    [InlineData(
        "data_inputs[0].type",
        null,
        "data_inputs[0].type must be one of: string, integer, decimal, boolean, not this text."
    )]
    [InlineData(
        "token_ids[0]",
        null,
        "This is not the ID of a token. GET /auth_tokens lists them."
    )]
    [InlineData(
        "headers[0].value",
        null,
        "No value of X-Key is stored that could be kept. Send the value itself."
    )]
    [InlineData(
        "mock_response",
        "\"text\"",
        "mock_response must be a JSON object or list. Send any other answer as example_response."
    )]
    [InlineData("nmae", "\"x\"", "There is no nmae. Did you mean name?")]
    [InlineData(
        "data_inputs[0].requird",
        null,
        "There is no data_inputs[0].requird. Did you mean required?"
    )]
    public async Task What_cannot_be_stored_is_refused_by_name(
        string field,
        string? value,
        string message
    )
    {
        var json = field switch
        {
            "data_inputs[0].type" => """{"name":"x","data_inputs":[{"name":"a","type":"date"}]}""",
            "data_inputs[0].requird" =>
                """{"name":"x","data_inputs":[{"name":"a","requird":true}]}""",
            "token_ids[0]" => """{"name":"x","token_ids":["abc"]}""",
            "headers[0].value" => """{"name":"x","headers":[{"name":"X-Key","value":"****"}]}""",
            _ => $$"""{"name":"x","{{field}}":{{value}}}""",
        };

        var refused = await host.Client.AskAsync("POST", "/data_connectors", json);

        refused.IsError(HttpStatusCode.UnprocessableEntity, "parameter_invalid", message, field);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_and_read_only_members_are_none()
    {
        var refused = await host.Client.AskAsync(
            "POST",
            "/data_connectors",
            """{"name":"x","id":"7","type":"data_connector","state":"live","created_at":1,"url":false,"bdy":"","timeout_ms":"soon"}"""
        );

        Assert.Equal(
            ["url", "bdy", "timeout_ms"],
            refused["errors"]!.AsArray().Select(error => error!["field"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task A_draft_may_be_incomplete()
    {
        var id = await host.Client.CreateAsync(
            """{"name":"Half done 😀","url":"not a url {{nothing}}","data_inputs":[{},{"name":"1"}],"token_ids":["1234"],"timeout_ms":5}"""
        );

        var definition = ConnectorJson.Deserialize((await StoredAsync(id)).DraftJson);
        Assert.Equal("not a url {{nothing}}", definition.Url);
        Assert.Equal([1234], definition.TokenIds);
    }

    private Task<Connector> StoredAsync(string id) => host.StoredAsync(id);
}
