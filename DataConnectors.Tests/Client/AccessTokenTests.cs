using DataConnectors.Client;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

public sealed class AccessTokenTests
{
    [Fact]
    public async Task One_access_token_is_fetched_for_many_requests()
    {
        await using var api = ApiWithTokens();
        using var client = ClientOf.Api(api, configure: AsApp);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Identity.GetAsync()));

        var asked = Assert.Single(api.Requests, request => request.Path == "/oauth/token");
        Assert.Equal(
            "grant_type=client_credentials&client_id=app&client_secret=s%26cret&scope=read+write",
            asked.BodyText.Replace("%20", "+", StringComparison.Ordinal)
        );
        Assert.Null(asked.Header("Authorization"));
        Assert.All(
            api.Requests.Where(request => request.Path == "/me"),
            request => Assert.Equal("Bearer token-1", request.Header("Authorization"))
        );
    }

    [Fact]
    public async Task An_access_token_is_fetched_anew_before_it_expires()
    {
        await using var api = ApiWithTokens();
        var clock = new EagerClock();
        using var client = ClientOf.Api(api, clock, AsApp);

        await client.Identity.GetAsync();
        clock.Advance(TimeSpan.FromSeconds(539));
        await client.Identity.GetAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await client.Identity.GetAsync();

        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-2"],
            api.Requests.Where(request => request.Path == "/me")
                .Select(request => request.Header("Authorization"))
        );
    }

    [Fact]
    public async Task An_access_token_that_was_revoked_is_fetched_anew_once()
    {
        await using var api = ApiWithTokens();
        api.Answer(
            "/me",
            request =>
                request.Header("Authorization") == "Bearer token-1"
                    ? Scripts.Refusal(401, "unauthorized")
                    : LoopbackAnswer.Json("""{"type":"admin","id":"1"}""")
        );
        using var client = ClientOf.Api(api, configure: AsApp);

        Assert.Equal("1", (await client.Identity.GetAsync()).Id);
        Assert.Equal("1", (await client.Identity.GetAsync()).Id);

        Assert.Equal(2, api.Requests.Count(request => request.Path == "/oauth/token"));
        Assert.Equal(3, api.Requests.Count(request => request.Path == "/me"));
    }

    [Fact]
    public async Task A_refusal_of_every_access_token_is_given_to_the_program()
    {
        await using var api = ApiWithTokens();
        api.Answer("/me", Scripts.Refusal(401, "unauthorized"));
        using var client = ClientOf.Api(api, configure: AsApp);

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Identity.GetAsync()
        );

        Assert.True(refusal.Has("unauthorized"));
        Assert.Equal(2, api.Requests.Count(request => request.Path == "/me"));
    }

    [Fact]
    public async Task An_access_token_of_the_program_is_sent_as_it_is()
    {
        await using var api = ApiWithTokens();
        api.Answer("/me", Scripts.Refusal(401, "unauthorized"));
        using var client = ClientOf.Api(api);

        await Assert.ThrowsAsync<DataConnectorsApiException>(() => client.Identity.GetAsync());

        var asked = Assert.Single(api.Requests);
        Assert.Equal("Bearer token-of-the-test", asked.Header("Authorization"));
    }

    private static LoopbackApi ApiWithTokens()
    {
        var count = 0;
        return LoopbackApi
            .Start()
            .Answer(
                "/oauth/token",
                _ =>
                    LoopbackAnswer.Json(
                        $$"""{"access_token":"token-{{Interlocked.Increment(ref count)}}","token_type":"Bearer","expires_in":600}"""
                    )
            )
            .Answer("/me", LoopbackAnswer.Json("""{"type":"admin","id":"1"}"""));
    }

    private static void AsApp(DataConnectorsClientOptions options)
    {
        options.AccessToken = null;
        options.ClientId = "app";
        options.ClientSecret = "s&cret";
        options.Scopes.Add("read");
        options.Scopes.Add("write");
    }
}
