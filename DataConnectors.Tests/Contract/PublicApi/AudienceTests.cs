using System.Net;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>For whom a connector is, over a socket.</summary>
public sealed class AudienceTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private readonly ApiHost host = fixture.Host;

    [Fact]
    public async Task A_rule_is_read_and_written_as_nested_predicates()
    {
        const string rule =
            """{"operator":"AND","value":[{"attribute":"person.plan","comparison":"in_list","value":["pro","team"]},{"attribute":"person.email","comparison":"is_known","value":null},{"operator":"OR","value":[{"attribute":"person.role","comparison":"is","value":"lead"}]}]}""";

        var created = await CreateAsync($$"""{"name":"A","custom_audience":{{rule}}}""");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        created["custom_audience"]!.IsJson(rule);
        created["audiences"]!.IsJson("[]");
        var stored = await StoredAsync(created);
        Assert.Equal(
            """{"join":"All","conditions":[{"attribute":"person.plan","comparison":"InList","values":["pro","team"]},{"attribute":"person.email","comparison":"IsKnown","values":[]}],"groups":[{"join":"All","conditions":[],"groups":[]}]}""".Replace(
                """{"join":"All","conditions":[],"groups":[]}""",
                """{"join":"Any","conditions":[{"attribute":"person.role","comparison":"Is","values":["lead"]}],"groups":[]}""",
                StringComparison.Ordinal
            ),
            AudienceJson.Serialize(stored.CustomAudience!)
        );
    }

    [Fact]
    public async Task A_single_predicate_is_a_rule_and_numbers_may_be_numbers()
    {
        var created = await CreateAsync(
            """{"name":"A","custom_audience":{"attribute":"person.orders","comparison":"at_least","value":12.5}}"""
        );

        Assert.Equal(
            AudienceJson.Serialize(
                SomeRule.Of("person.orders", AudienceComparison.AtLeast, "12.5")
            ),
            AudienceJson.Serialize((await StoredAsync(created)).CustomAudience!)
        );
    }

    [Fact]
    public async Task Roles_are_a_custom_audience_and_leave_any_other_alone()
    {
        var created = await CreateAsync("""{"name":"A","audiences":["leads","users"]}""");
        Assert.Equal(
            AudienceJson.Serialize(
                SomeRule.Of("person.role", AudienceComparison.InList, "lead", "user")
            ),
            AudienceJson.Serialize((await StoredAsync(created)).CustomAudience!)
        );
        Assert.Null(created["custom_audience"]);

        (await PatchAsync("""{"custom_audience":null}"""))["audiences"]!.IsJson(
            """["leads","users"]"""
        );
        var ruled = await PatchAsync(
            """{"custom_audience":{"attribute":"person.plan","comparison":"is","value":"pro"},"audiences":[]}"""
        );
        ruled["audiences"]!.IsJson("[]");
        Assert.NotNull((await PatchAsync("""{"audiences":[]}"""))["custom_audience"]);
        Assert.Null((await PatchAsync("""{"custom_audience":null}"""))["custom_audience"]);
        Assert.Null((await StoredAsync(created)).CustomAudience);

        Task<Answer> PatchAsync(string body) =>
            host.Client.AskAsync(
                "PATCH",
                $"/data_connectors/{created["id"]!.GetValue<string>()}",
                body
            );
    }

    [Fact]
    public async Task Reusable_audiences_and_a_share_are_set_and_shown()
    {
        var id = (
            await host.Get<CreateAudience>()
                .RunAsync(
                    host.Actor,
                    new(
                        $"Leads {Guid.CreateVersion7()}",
                        "",
                        SomeRule.Of("person.role", AudienceComparison.Is, "lead")
                    ),
                    CancellationToken.None
                )
        ).Value;

        var created = await CreateAsync(
            $$"""{"name":"A","audience_ids":["{{id}}"],"rollout_percentage":20}"""
        );

        created["audience_ids"]!.IsJson($"""["{id}"]""");
        created["rollout_percentage"]!.IsJson("20");
        var stored = await StoredAsync(created);
        Assert.Equal((id, 20), (Assert.Single(stored.AudienceIds), stored.RolloutPercent));
    }

    [Theory]
    [InlineData("""{"audience_ids":["x"]}""", "audience_ids[0]")]
    [InlineData(
        """{"custom_audience":{"operator":"XOR","value":[]}}""",
        "custom_audience.operator"
    )]
    [InlineData("""{"custom_audience":{"operator":"AND"}}""", "custom_audience.value")]
    [InlineData("""{"custom_audience":{"attribute":"a"}}""", "custom_audience.comparison")]
    [InlineData(
        """{"custom_audience":{"operator":"AND","value":[{"attribute":"a","comparison":"likes","value":"b"}]}}""",
        "custom_audience.value[0].comparison"
    )]
    [InlineData(
        """{"custom_audience":{"operator":"AND","value":[{"operator":"OR","value":[7]}]}}""",
        "custom_audience.value[0].value[0]"
    )]
    [InlineData(
        """{"custom_audience":{"attribute":"a","comparison":"is","value":{}}}""",
        "custom_audience.value"
    )]
    [InlineData(
        """{"audiences":["users"],"custom_audience":{"attribute":"a","comparison":"is","value":"b"}}""",
        "custom_audience"
    )]
    public async Task What_is_no_audience_is_refused_where_it_stands(string member, string field)
    {
        var refused = await CreateAsync($$"""{"name":"A",{{member[1..]}}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(field, refused["errors"]![0]!["field"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"audience_ids":["77"]}""", "audience_ids[0]")]
    [InlineData("""{"rollout_percentage":0}""", "rollout_percentage")]
    [InlineData(
        """{"custom_audience":{"operator":"AND","value":[{"attribute":"person.role","comparison":"is","value":"admin"}]}}""",
        "custom_audience.value[0].value"
    )]
    public async Task What_breaks_a_rule_is_told_when_it_is_to_go_live(string member, string field)
    {
        var created = await CreateAsync("""{"name":"A","url":"https://api.example.com/a"}""");

        var refused = await host.Client.AskAsync(
            "PATCH",
            $"/data_connectors/{created["id"]!.GetValue<string>()}",
            $$"""{"state":"live",{{member[1..]}}"""
        );

        Assert.Contains(
            refused["errors"]!.AsArray(),
            error => error!["field"]?.GetValue<string>() == field
        );
    }

    private Task<Answer> CreateAsync(string body) =>
        host.Client.AskAsync("POST", "/data_connectors", body);

    private async Task<ConnectorDefinition> StoredAsync(Answer answer) =>
        ConnectorJson.Deserialize(
            (await host.StoredAsync(answer["id"]!.GetValue<string>())).DraftJson
        );
}
