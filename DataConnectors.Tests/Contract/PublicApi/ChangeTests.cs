using System.Globalization;
using System.Net;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Versioning;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>Reading, changing and deleting one connector.</summary>
public sealed class ChangeTests(ChangeTests.UsedFixture fixture)
    : IClassFixture<ChangeTests.UsedFixture>
{
    private const string Complete =
        """{"name":"Get order","description":"Reads an order","url":"https://api.example.com/orders","headers":[{"name":"X-Key","value":"k1"}]}""";

    private readonly ApiHost host = fixture.Host;

    [Fact]
    public async Task Only_members_that_are_sent_change_and_what_is_live_goes_on()
    {
        var id = await host.Client.CreateAsync(Complete);
        var live = await host.Client.AskAsync("PATCH", Path(id), """{"state":"live"}""");
        var changed = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"name":"Updated Connector Name","description":"Updated description"}"""
        );

        ContractSchema.Holds("data_connector_detail", changed.Json);
        Assert.Equal("live", live["state"]!.GetValue<string>());
        Assert.Equal("live", changed["state"]!.GetValue<string>());
        Assert.Equal("Updated Connector Name", changed["name"]!.GetValue<string>());
        Assert.Equal("https://api.example.com/orders", changed["url"]!.GetValue<string>());
        Assert.Equal("Get order", await NameAsync(Path(id)));
        Assert.Equal("Get order", await NameAsync($"{Path(id)}?state_version=live"));
        Assert.Equal("Updated Connector Name", await NameAsync($"{Path(id)}?state_version=draft"));

        await host.Client.AskAsync("PATCH", Path(id), """{"state":"live"}""");
        Assert.Equal("Updated Connector Name", await NameAsync(Path(id)));
        Assert.Equal(["Get order", "Updated Connector Name"], await PublishedNamesAsync(id));
    }

    [Fact]
    public async Task Changes_and_publishing_go_in_one_request()
    {
        var id = await host.Client.CreateAsync("""{"name":"Half"}""");

        var changed = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"url":"https://api.example.com/x","state":"live"}"""
        );
        var back = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"state":"draft","name":"Resting"}"""
        );

        Assert.Equal(
            (HttpStatusCode.OK, "live"),
            (changed.Status, changed["state"]!.GetValue<string>())
        );
        Assert.Equal(
            (HttpStatusCode.OK, "draft"),
            (back.Status, back["state"]!.GetValue<string>())
        );
        Assert.Equal("Resting", await NameAsync(Path(id)));
        var stored = await host.StoredAsync(id);
        Assert.Equal((ConnectorState.Draft, null), (stored.State, stored.LiveVersionId));
    }

    [Fact]
    public async Task A_draft_with_broken_rules_does_not_go_live_and_nothing_of_the_request_is_saved()
    {
        var id = await host.Client.CreateAsync("""{"name":"Half"}""");

        var refused = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """
            {
              "name": "Broken 😀", "url": "https://api.example.com/{{nothing}}", "timeout_ms": 5,
              "data_inputs": [{"name":"1x"},{"name":"a","type":"integer","default_value":"x"},{"name":"b","source":"attribute","attribute":"person.nothing"}],
              "object_mappings": [{"response_object_path":"$","intercom_object_type":"user","attribute_mappings":[{"response_attribute_path":"a","intercom_attribute_identifier":"nothing"}]}],
              "state": "live"
            }
            """
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.All(
            refused["errors"]!.AsArray(),
            error => Assert.Equal("parameter_invalid", error!["code"]!.GetValue<string>())
        );
        string[] fields =
        [
            .. refused["errors"]!.AsArray().Select(error => error!["field"]!.GetValue<string>()),
        ];
        Assert.Superset(
            new HashSet<string>
            {
                "name",
                "url",
                "timeout_ms",
                "data_inputs[0].name",
                "data_inputs[1].default_value",
                "data_inputs[2].attribute",
                "object_mappings[0].attribute_mappings[0].intercom_attribute_identifier",
            },
            new HashSet<string>(fields)
        );
        var stored = await host.StoredAsync(id);
        Assert.Equal(
            ("Half", 1L, ConnectorState.Draft),
            (stored.Name, stored.DraftRevision, stored.State)
        );
    }

    [Fact]
    public async Task A_hidden_header_value_stays_and_another_replaces_it()
    {
        var id = await host.Client.CreateAsync(
            """{"name":"x","headers":[{"name":"X-Key","value":"k1"},{"name":"Accept","value":"a"},{"name":"x-key","value":"k2"}]}"""
        );

        var kept = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"headers":[{"name":"Accept","value":"b"},{"name":"X-KEY","value":"****"},{"name":"X-Key","value":"****"}]}"""
        );
        var refused = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"headers":[{"name":"X-Other","value":"****"}]}"""
        );

        Assert.All(
            kept["headers"]!.AsArray(),
            header => Assert.Equal("****", header!["value"]!.GetValue<string>())
        );
        Assert.Equal(
            [new("Accept", "b"), new("X-KEY", "k1"), new("X-Key", "k2")],
            ConnectorJson.Deserialize((await host.StoredAsync(id)).DraftJson).Headers
        );
        refused.IsError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_invalid",
            "No value of X-Other is stored that could be kept. Send the value itself.",
            "headers[0].value"
        );
    }

    [Theory]
    [InlineData(
        """{"audiences":["leads","aliens"]}""",
        "Invalid audiences. Must be a subset of: leads, users, visitors",
        "audiences"
    )]
    [InlineData("""{"http_method":"head"}""", "Http Method isn't an option", "http_method")]
    [InlineData("""{"state":"paused"}""", "Invalid state. Must be one of: draft, live", "state")]
    [InlineData("""{"state":null}""", "Invalid state. Must be one of: draft, live", "state")]
    public async Task The_contracts_refusals(string json, string message, string field)
    {
        var id = await host.Client.CreateAsync(Complete);

        var refused = await host.Client.AskAsync("PATCH", Path(id), json);

        refused.IsError(HttpStatusCode.UnprocessableEntity, "parameter_invalid", message, field);
        ContractSchema.Holds("error", refused.Json);
    }

    [Theory]
    [InlineData("GET", "9999")]
    [InlineData("PATCH", "9999")]
    [InlineData("DELETE", "9999")]
    [InlineData("GET", "abc")]
    [InlineData("PATCH", "abc")]
    [InlineData("DELETE", "99999999999999999999999")]
    public async Task A_connector_that_is_not_there(string method, string id) =>
        (await host.Client.AskAsync(method, Path(id), method == "PATCH" ? "{}" : null)).IsError(
            HttpStatusCode.NotFound,
            "data_connector_not_found",
            "Data connector not found"
        );

    [Fact]
    public async Task An_unknown_version_is_refused() =>
        (await host.Client.AskAsync("GET", $"{Path("1")}?state_version=previous")).IsError(
            HttpStatusCode.BadRequest,
            "parameter_invalid",
            "Invalid state_version. Must be one of: live, draft"
        );

    [Fact]
    public async Task A_draft_is_deleted_and_a_live_connector_is_not()
    {
        var id = await host.Client.CreateAsync(Complete);
        await host.Client.AskAsync("PATCH", Path(id), """{"state":"live"}""");

        var refused = await host.Client.AskAsync("DELETE", Path(id));
        await host.Client.AskAsync("PATCH", Path(id), """{"state":"draft"}""");
        var deleted = await host.Client.AskAsync("DELETE", Path(id));

        refused.IsError(
            HttpStatusCode.Conflict,
            "conflict",
            "Data connector must be in draft state to be deleted"
        );
        deleted.Json.IsJson($$"""{"id":"{{id}}","object":"data_connector","deleted":true}""");
        ContractSchema.Holds("deleted_data_connector_object", deleted.Json);
        await using var context = await host.Contexts.CreateDbContextAsync();
        var number = Number(id);
        Assert.False(await context.Set<Connector>().AnyAsync(connector => connector.Id == number));
        Assert.False(
            await context.Set<ConnectorVersion>().AnyAsync(version => version.ConnectorId == number)
        );
    }

    [Fact]
    public async Task A_connector_in_use_is_neither_deleted_nor_set_to_draft()
    {
        var id = await host.Client.CreateAsync(Complete);
        fixture.Used.Add(Number(id));

        var deleted = await host.Client.AskAsync("DELETE", Path(id));
        await host.Client.AskAsync("PATCH", Path(id), """{"state":"live"}""");
        var drafted = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"state":"draft","name":"Not saved"}"""
        );

        deleted.IsError(
            HttpStatusCode.Conflict,
            "data_connector_in_use",
            "Data connector is in use by other resources and cannot be deleted"
        );
        drafted.IsError(
            HttpStatusCode.Conflict,
            "data_connector_in_use",
            "Data connector is in use by other resources and cannot be set to draft"
        );
        var stored = await host.StoredAsync(id);
        Assert.Equal((ConnectorState.Live, "Get order"), (stored.State, stored.Name));
    }

    [Fact]
    public async Task A_tag_says_whether_it_is_still_the_same()
    {
        var id = await host.Client.CreateAsync(Complete);
        var first = await host.Client.AskAsync("GET", Path(id));
        var tag = first.Headers["ETag"];

        var same = await host.Client.AskAsync("GET", Path(id), null, ("If-None-Match", tag));
        var changed = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"name":"One"}""",
            ("If-Match", tag)
        );
        var stale = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"name":"Two"}""",
            ("If-Match", tag)
        );
        var staleDelete = await host.Client.AskAsync("DELETE", Path(id), null, ("If-Match", tag));
        var other = await host.Client.AskAsync("GET", Path(id), null, ("If-None-Match", tag));
        await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"state":"live"}""",
            ("If-Match", changed.Headers["ETag"])
        );
        var published = await host.Client.AskAsync(
            "PATCH",
            Path(id),
            """{"name":"Two"}""",
            ("If-Match", changed.Headers["ETag"])
        );

        Assert.Equal((HttpStatusCode.NotModified, ""), (same.Status, same.Text));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(changed.Headers["ETag"], other.Headers["ETag"]);
        Assert.All(
            [stale, staleDelete, published],
            refused =>
                refused.IsError(
                    HttpStatusCode.PreconditionFailed,
                    "precondition_failed",
                    "Data connector has changed since you read it. Read it again, and send your change with its new ETag"
                )
        );
        Assert.Equal("One", (await host.StoredAsync(id)).Name);
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_change_one_connector_at_once()
    {
        var id = await host.Client.CreateAsync(Complete);
        string[] changes =
        [
            """{"name":"A"}""",
            """{"description":"B"}""",
            """{"internal_description":"C"}""",
            """{"url":"https://d.example.com"}""",
            """{"body":"E"}""",
            """{"timeout_ms":2000}""",
        ];

        var answers = await Task.WhenAll(
            changes.Select(change => host.Client.AskAsync("PATCH", Path(id), change))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var stored = ConnectorJson.Deserialize((await host.StoredAsync(id)).DraftJson);
        Assert.Equal(
            ("A", "B", "C", "https://d.example.com", "E", 2000),
            (
                stored.Name,
                stored.Description,
                stored.InternalDescription,
                stored.Url,
                stored.Body,
                stored.TimeoutMilliseconds
            )
        );
    }

    [Fact]
    public async Task A_request_that_changes_nothing_saves_nothing()
    {
        var id = await host.Client.CreateAsync(Complete);
        var before = await host.Client.AskAsync("GET", $"{Path(id)}?state_version=draft");

        var after = await host.Client.AskAsync("PATCH", Path(id), before.Text);

        Assert.Equal(before.Text, after.Text);
        Assert.Equal(1, (await host.StoredAsync(id)).DraftRevision);
    }

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    private static string Path(string id) => $"/data_connectors/{id}";

    private async Task<string> NameAsync(string path) =>
        (await host.Client.AskAsync("GET", path))["name"]!.GetValue<string>();

    private async Task<List<string>> PublishedNamesAsync(string id)
    {
        await using var context = await host.Contexts.CreateDbContextAsync();
        var number = Number(id);
        return
        [
            .. (
                await context
                    .Set<ConnectorVersion>()
                    .Where(version => version.ConnectorId == number)
                    .OrderBy(version => version.Number)
                    .ToListAsync()
            ).Select(version => ConnectorJson.Deserialize(version.DefinitionJson).Name),
        ];
    }

    /// <summary>A server on which something else can use connectors.</summary>
    public sealed class UsedFixture : IAsyncLifetime, IConnectorUsageProbe
    {
        /// <summary>The connectors in use.</summary>
        public HashSet<long> Used { get; } = [];

        internal ApiHost Host { get; private set; } = null!;

        /// <inheritdoc/>
        public Task<IReadOnlyList<string>> ListUsersAsync(
            long connectorId,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult<IReadOnlyList<string>>(
                Used.Contains(connectorId) ? ["Refund workflow"] : []
            );

        /// <inheritdoc/>
        public async ValueTask InitializeAsync() =>
            Host = await ApiHost.StartAsync(services: services =>
                services.AddSingleton<IConnectorUsageProbe>(this)
            );

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
