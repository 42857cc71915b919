using System.Net;
using System.Net.Http.Headers;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Idempotency;
using DataConnectors.Core.Kernel;
using DataConnectors.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Contract.PublicApi;

public sealed class IdempotencyTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private readonly ApiHost host = fixture.Host;

    [Fact]
    public async Task The_same_request_with_the_same_key_is_answered_the_same_and_done_once()
    {
        var first = await SendAsync(host.Client, "key-1", """{"name":"Once"}""");
        var second = await SendAsync(host.Client, "key-1", """{"name":"Once"}""");

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal((first.Status, first.Text), (second.Status, second.Text));
        Assert.Equal(first.Headers["ETag"], second.Headers["ETag"]);
        Assert.Equal(first.Headers["Location"], second.Headers["Location"]);
        Assert.Equal(first.Headers["Content-Type"], second.Headers["Content-Type"]);
        Assert.Equal("true", second.Headers["Idempotent-Replayed"]);
        Assert.False(first.Headers.ContainsKey("Idempotent-Replayed"));
        Assert.NotEqual(first.Headers["X-Request-Id"], second.Headers["X-Request-Id"]);
        Assert.Equal(1, await CountAsync(host, "Once"));
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        await SendAsync(host.Client, "key-2", """{"name":"First"}""");

        var body = await SendAsync(host.Client, "key-2", """{"name":"Second"}""");
        var path = await host.Client.AskAsync(
            "POST",
            "/auth_tokens",
            """{"name":"First"}""",
            ("Idempotency-Key", "key-2")
        );

        Assert.All(
            [body, path],
            refused =>
                refused.IsError(
                    HttpStatusCode.UnprocessableEntity,
                    "idempotency_key_reused",
                    "This Idempotency-Key came with another request before. Send a key of its own with each request."
                )
        );
        Assert.Equal(0, await CountAsync(host, "Second"));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_carried_out()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(_ => SendAsync(host.Client, "key-3", """{"name":"Race"}"""))
        );

        Assert.Equal(1, await CountAsync(host, "Race"));
        var created = answers.Where(answer => answer.Status == HttpStatusCode.Created).ToList();
        Assert.NotEmpty(created);
        Assert.Single(created.Select(answer => answer.Text).Distinct());
        Assert.All(
            answers.Except(created),
            answer =>
                answer.IsError(
                    HttpStatusCode.Conflict,
                    "conflict",
                    "A request with this Idempotency-Key is under way. Send it again in a second to get its answer."
                )
        );
    }

    [Fact]
    public async Task A_refused_request_may_be_mended_under_its_key()
    {
        var refused = await SendAsync(host.Client, "key-4", """{"name":""}""");
        var mended = await SendAsync(host.Client, "key-4", """{"name":"Mended"}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Created, mended.Status);
    }

    [Fact]
    public async Task A_key_is_its_callers_own_and_kept_nowhere()
    {
        await using var context = await host.Contexts.CreateDbContextAsync();
        context.Add(
            new DataConnectors.Core.Workspace.Teammate
            {
                Id = 901,
                Name = "Ola",
                UserName = "ola",
                NormalizedUserName = "OLA",
                NormalizedEmail = "OLA",
                CanAccessDeveloperHub = true,
            }
        );
        await context.SaveChangesAsync();
        using var other = host.CreateClient();
        var token = await host.Get<CreatePersonalAccessToken>()
            .RunAsync(
                new Actor(901, "Ola", true),
                "Other",
                ApiScopes.All.ToList(),
                null,
                CancellationToken.None
            );
        other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.Value.Open()
        );

        await SendAsync(host.Client, "key-secret-5", """{"name":"Mine"}""");
        var theirs = await SendAsync(other, "key-secret-5", """{"name":"Theirs"}""");

        Assert.Equal(HttpStatusCode.Created, theirs.Status);
        Assert.All(
            await context.Set<IdempotentRequest>().AsNoTracking().ToListAsync(),
            request =>
                Assert.DoesNotContain(
                    "key-secret-5",
                    request.Id + request.Fingerprint + request.HeadersJson,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("256")]
    public async Task A_key_has_a_length(string key)
    {
        var refused = await SendAsync(
            host.Client,
            key.Length == 0 ? "" : new string('k', 256),
            """{"name":"x"}"""
        );

        refused.IsError(
            HttpStatusCode.BadRequest,
            "client_error",
            "An Idempotency-Key has 1 to 255 characters, and is sent once."
        );
    }

    [Fact]
    public async Task A_key_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("dataconnectors-api-");
        Answer first;
        await using (var before = await ApiHost.StartAsync(folder))
        {
            first = await SendAsync(before.Client, "key-6", """{"name":"Kept"}""");
        }

        await using (var after = await ApiHost.StartAsync(folder))
        {
            var second = await SendAsync(after.Client, "key-6", """{"name":"Kept"}""");

            Assert.Equal((HttpStatusCode.Created, first.Text), (second.Status, second.Text));
            Assert.Equal(1, await CountAsync(after, "Kept"));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_key_is_remembered_for_24_hours_and_its_row_then_deleted()
    {
        var clock = new FakeTimeProvider(Some.Instant);
        await using var database = await TestDatabase.CreateAsync(
            clock,
            services => services.AddIdempotency()
        );
        var requests = database.Get<IdempotentRequests>();
        var first = Assert.IsType<IdempotentClaim.First>(await ClaimAsync(requests));

        Assert.IsType<IdempotentClaim.UnderWay>(await ClaimAsync(requests));
        clock.Advance(IdempotentRequests.LongestRequest);
        Assert.IsType<IdempotentClaim.Lost>(await ClaimAsync(requests));
        await requests.CompleteAsync(
            first.RequestId,
            new IdempotentAnswer(201, new Dictionary<string, string>(), [1, 2])
        );
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(
            [1, 2],
            Assert.IsType<IdempotentClaim.Answered>(await ClaimAsync(requests)).Answer.Body
        );
        Assert.Equal(
            0,
            await database.Get<ForgetIdempotentRequests>().RunAsync(CancellationToken.None)
        );
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            1,
            await database.Get<ForgetIdempotentRequests>().RunAsync(CancellationToken.None)
        );
        Assert.IsType<IdempotentClaim.First>(await ClaimAsync(requests));
        clock.Advance(TimeSpan.FromHours(24));
        Assert.IsType<IdempotentClaim.First>(await ClaimAsync(requests));
    }

    private static Task<IdempotentClaim> ClaimAsync(IdempotentRequests requests) =>
        requests.ClaimAsync(
            "teammate:1",
            "key",
            "POST /x",
            "{}"u8.ToArray(),
            CancellationToken.None
        );

    private static Task<Answer> SendAsync(HttpClient client, string key, string json) =>
        client.AskAsync("POST", "/data_connectors", json, ("Idempotency-Key", key));

    private static async Task<int> CountAsync(ApiHost host, string name)
    {
        await using var context = await host.Contexts.CreateDbContextAsync();
        return await context.Set<Connector>().CountAsync(connector => connector.Name == name);
    }
}
