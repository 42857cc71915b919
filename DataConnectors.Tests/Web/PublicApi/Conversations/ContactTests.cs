using System.Net;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.People;
using DataConnectors.Tests.Contract.PublicApi;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Tests.Web.PublicApi.Conversations;

public sealed class ContactTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private readonly ApiHost host = fixture.Host;

    [Fact]
    public async Task A_contact_is_made_read_and_changed()
    {
        await DefineAsync("plan", AttributeType.Text);
        await DefineAsync("seats", AttributeType.Number);
        var created = await host.Client.AskAsync(
            "POST",
            "/contacts",
            """{"role":"user","external_id":"c-1","email":"joe@example.com","phone":"+353871234567","name":"Joe","signed_up_at":1571672154,"custom_attributes":{"plan":"Pro","seats":3}}"""
        );
        var id = created["id"]!.GetValue<string>();
        var read = await host.Client.AskAsync("GET", $"/contacts/{id}");
        var changed = await host.Client.AskAsync(
            "PUT",
            $"/contacts/{id}",
            """{"name":"Joseph","phone":null,"custom_attributes":{"seats":null}}"""
        );
        var sentBack = await host.Client.AskAsync("PUT", $"/contacts/{id}", changed.Text);

        Assert.Equal(HttpStatusCode.OK, created.Status);
        created.Json.IsJson(
            $$"""
            {
              "type": "contact", "id": "{{id}}", "workspace_id": "{{created[
                "workspace_id"
            ]}}", "external_id": "c-1", "role": "user",
              "email": "joe@example.com", "phone": "+353871234567", "name": "Joe", "created_at": {{created[
                "created_at"
            ]}},
              "signed_up_at": 1571672154, "last_seen_at": null, "custom_attributes": {"plan":"Pro","seats":3}
            }
            """
        );
        read.Json.IsJson(created.Text);
        Assert.Equal("Joseph", changed["name"]!.GetValue<string>());
        Assert.Null(changed["phone"]);
        Assert.Equal("joe@example.com", changed["email"]!.GetValue<string>());
        changed["custom_attributes"].IsJson("""{"plan":"Pro"}""");
        sentBack.Json.IsJson(changed.Text);
    }

    [Fact]
    public async Task Who_is_there_already_is_named_by_the_conflict()
    {
        var first = await host.Client.AskAsync(
            "POST",
            "/contacts",
            """{"external_id":"c-2","email":"two@example.com"}"""
        );
        var id = first["id"]!.GetValue<string>();
        var other = await host.Client.AskAsync(
            "POST",
            "/contacts",
            """{"external_id":"c-3","email":"three@example.com"}"""
        );

        foreach (
            var answer in new[]
            {
                await host.Client.AskAsync("POST", "/contacts", """{"external_id":"c-2"}"""),
                await host.Client.AskAsync("POST", "/contacts", """{"email":"two@example.com"}"""),
                await host.Client.AskAsync(
                    "PUT",
                    $"/contacts/{other["id"]}",
                    """{"external_id":"c-2"}"""
                ),
            }
        )
        {
            answer.IsError(
                HttpStatusCode.Conflict,
                "conflict",
                $"A contact matching those details already exists with id={id}"
            );
        }

        // Leads may share an address.
        var lead = await host.Client.AskAsync(
            "POST",
            "/contacts",
            """{"role":"lead","email":"two@example.com"}"""
        );
        Assert.Equal(HttpStatusCode.OK, lead.Status);

        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    host.Client.AskAsync("POST", "/contacts", """{"external_id":"c-race"}""")
                )
        );
        Assert.Equal(1, both.Count(answer => answer.Status == HttpStatusCode.OK));
        await using var context = await host.Contexts.CreateDbContextAsync();
        Assert.Equal(
            1,
            await context.Set<Person>().CountAsync(person => person.ExternalId == "c-race")
        );
    }

    [Theory]
    [InlineData("""{"role":"user"}""", "A user has an external_id, an email, or both.", "email")]
    [InlineData(
        """{"role":"visitor","email":"v@example.com"}""",
        "A contact is a user or a lead.",
        "role"
    )]
    [InlineData(
        """{"role":"admin"}""",
        "role must be one of: visitor, lead, user, not this text.",
        "role"
    )]
    [InlineData(
        """{"email":"not an address"}""",
        "This is no email address. Write it like ada@example.com.",
        "email"
    )]
    [InlineData(
        """{"external_id":"x","custom_attributes":{"Shoe_size":1}}""",
        "User attribute 'Shoe_size' does not exist.",
        "custom_attributes.Shoe_size"
    )]
    [InlineData(
        """{"external_id":"x","signed_up_at":-1}""",
        "signed_up_at must be a Unix timestamp in seconds.",
        "signed_up_at"
    )]
    [InlineData(
        """{"external_id":"x","avatar":"y"}""",
        "There is no avatar. The API reference lists what can be sent.",
        "avatar"
    )]
    public async Task What_no_contact_can_be_is_refused(
        string json,
        string message,
        string field
    ) =>
        (await host.Client.AskAsync("POST", "/contacts", json)).IsError(
            HttpStatusCode.UnprocessableEntity,
            "parameter_invalid",
            message,
            field
        );

    [Fact]
    public async Task What_is_not_there_is_not_found_and_scopes_are_asked_for()
    {
        using var reader = await host.ClientAsync(ApiScopes.ReadUsers);

        (await reader.AskAsync("GET", "/contacts/1")).IsError(
            HttpStatusCode.NotFound,
            "not_found",
            "User Not Found"
        );
        (await host.Client.AskAsync("PUT", "/contacts/1", """{"name":"x"}""")).IsError(
            HttpStatusCode.NotFound,
            "not_found",
            "User Not Found"
        );
        (await reader.AskAsync("POST", "/contacts", "{}")).IsError(
            HttpStatusCode.Forbidden,
            "forbidden",
            "This access token needs the scope write_users. Ask for it, or use another token."
        );
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_makes_one_contact()
    {
        const string body = """{"role":"lead","name":"Once"}""";
        var first = await host.Client.AskAsync(
            "POST",
            "/contacts",
            body,
            ("Idempotency-Key", "k-1")
        );
        var again = await host.Client.AskAsync(
            "POST",
            "/contacts",
            body,
            ("Idempotency-Key", "k-1")
        );

        Assert.Equal(first.Text, again.Text);
        Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
    }

    private async Task DefineAsync(string name, AttributeType type)
    {
        var defined = await host.Get<CreateAttribute>()
            .RunAsync(
                host.Actor,
                new NewAttribute(AttributeOwner.Person, name, type),
                CancellationToken.None
            );
        Assert.True(defined.IsSuccess, defined.Failure?.Message);
    }
}
