using System.Net;
using DataConnectors.Client;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Client;

public sealed class RefusalTests
{
    [Fact]
    public async Task A_refusal_carries_every_fault_and_the_request_id()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(
            "/data_connectors",
            LoopbackAnswer.Json(
                """
                {"type":"error.list","request_id":"4bf92f35","errors":[
                  {"code":"parameter_invalid","message":"Http Method isn't an option","field":"http_method"},
                  {"code":"parameter_not_found","message":"Name is required"}]}
                """,
                422
            )
        );
        using var client = ClientOf.Api(api);

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Connectors.CreateAsync(new() { Name = "" })
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusal.StatusCode);
        Assert.Equal("4bf92f35", refusal.RequestId);
        Assert.Equal(
            [
                new("parameter_invalid", "Http Method isn't an option", "http_method"),
                new("parameter_not_found", "Name is required"),
            ],
            refusal.Errors
        );
        Assert.True(refusal.Has("parameter_not_found"));
        Assert.False(refusal.Has("conflict"));
        Assert.Contains("Http Method isn't an option", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task A_refusal_that_is_no_error_list_still_has_status_and_request_id(string body)
    {
        await using var api = LoopbackApi.Start();
        api.Answer("/me", LoopbackAnswer.Text(body, 502, ("X-Request-Id", "from-header")));
        using var client = ClientOf.Api(api);

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Identity.GetAsync()
        );

        Assert.Equal(HttpStatusCode.BadGateway, refusal.StatusCode);
        Assert.Equal("from-header", refusal.RequestId);
        Assert.Empty(refusal.Errors);
    }

    [Fact]
    public async Task A_refusal_does_not_keep_the_access_token()
    {
        await using var api = LoopbackApi.Start();
        api.Answer("/me", Scripts.Refusal(403, "forbidden"));
        using var client = ClientOf.Api(api);

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Identity.GetAsync()
        );

        Assert.Null(refusal.RequestMessage.Headers.Authorization);
        Assert.Equal("Bearer token-of-the-test", api.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task The_token_endpoint_refuses_in_its_own_words()
    {
        await using var api = LoopbackApi.Start();
        api.Answer(
            "/oauth/token",
            LoopbackAnswer.Json(
                """{"error":"invalid_client","error_description":"The secret is wrong."}""",
                401
            )
        );
        using var client = ClientOf.Api(api, configure: AsApp);

        var refusal = await Assert.ThrowsAsync<DataConnectorsApiException>(() =>
            client.Identity.GetAsync()
        );

        Assert.Equal(new("invalid_client", "The secret is wrong."), Assert.Single(refusal.Errors));
    }

    [Fact]
    public void Options_that_are_not_complete_are_refused_with_everything_that_is_missing()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            DataConnectorsClient.Create(new() { ClientId = "app" })
        );

        Assert.Contains("BaseAddress", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ClientSecret", refusal.Message, StringComparison.Ordinal);
    }

    private static void AsApp(DataConnectorsClientOptions options)
    {
        options.AccessToken = null;
        options.ClientId = "app";
        options.ClientSecret = "secret";
    }
}
