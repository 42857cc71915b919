using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DataConnectors.Core.DeveloperApps;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>What every operation has in common: tokens, scopes, bodies, paths and methods that are not there.</summary>
public sealed class AccessTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private readonly ApiHost host = fixture.Host;

    [Theory]
    [InlineData("GET", "/data_connectors")]
    [InlineData("POST", "/data_connectors")]
    [InlineData("GET", "/data_connectors/1")]
    [InlineData("PATCH", "/data_connectors/1")]
    [InlineData("DELETE", "/data_connectors/1")]
    [InlineData("GET", "/auth_tokens")]
    [InlineData("POST", "/auth_tokens")]
    [InlineData("GET", "/fin-sdk/manifest")]
    [InlineData("GET", "/data_connectors/1/nothing/here")]
    public async Task Without_a_token_nothing_is_answered(string method, string path)
    {
        using var anonymous = host.CreateClient();

        var refused = await anonymous.AskAsync(method, path, method == "GET" ? null : "{}");

        refused.IsError(HttpStatusCode.Unauthorized, "unauthorized", "Access Token Invalid");
        ContractSchema.Holds("error", refused.Json);
    }

    [Theory]
    [InlineData("POST", "/data_connectors")]
    [InlineData("PATCH", "/data_connectors/1")]
    [InlineData("DELETE", "/data_connectors/1")]
    [InlineData("POST", "/auth_tokens")]
    [InlineData("DELETE", "/auth_tokens/1")]
    [InlineData("POST", "/fin-sdk/data-connectors")]
    public async Task A_token_that_reads_does_not_write(string method, string path)
    {
        using var reader = await host.ClientAsync(ApiScopes.ReadExecutionResults);

        var refused = await reader.AskAsync(method, path, "{}");
        var read = await reader.AskAsync("GET", "/data_connectors");

        refused.IsError(
            HttpStatusCode.Forbidden,
            "forbidden",
            "This access token needs the scope read_write_data_connectors. Ask for it, or use another token."
        );
        Assert.Equal(HttpStatusCode.OK, read.Status);
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_list()
    {
        var nothing = await host.Client.AskAsync("GET", "/data_connectors/1/nothing");
        var method = await host.Client.AskAsync("PUT", "/data_connectors/1", "{}");

        Assert.Equal((HttpStatusCode.NotFound, "not_found"), (nothing.Status, Code(nothing)));
        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, "client_error"),
            (method.Status, Code(method))
        );
        Assert.Equal("DELETE, GET, PATCH", Sorted(method.Headers["Allow"]));
        Assert.Equal(method.Headers["X-Request-Id"], method["request_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("{\"name\":\n \"x\",}", "The body is not valid JSON at line 2, column 6.")]
    [InlineData("", "The body is empty. Send a JSON object.")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "The member name stands twice. Send it once.")]
    [InlineData(
        "{\"name\":\"a\",\"mock_response\":{\"a\":[{\"b\":1,\"b\":2}]}}",
        "The member mock_response.a[0].b stands twice. Send it once."
    )]
    [InlineData(
        "{\"name\":\"\\ud800\"}",
        "A text in the body holds an escape such as \\ud800 that is half of a character."
    )]
    public async Task A_body_that_cannot_be_read_in_one_way_is_refused(
        string json,
        string message
    ) =>
        (await host.Client.AskAsync("POST", "/data_connectors", json)).IsError(
            HttpStatusCode.BadRequest,
            "client_error",
            message
        );

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=latin1")]
    [InlineData(null)]
    public async Task Only_JSON_is_read(string? contentType)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"name":"x"}"""));
        content.Headers.ContentType = contentType is null
            ? null
            : MediaTypeHeaderValue.Parse(contentType);

        var refused = await Answer.OfAsync(
            await host.Client.PostAsync(new Uri("/data_connectors", UriKind.Relative), content)
        );

        refused.IsError(
            HttpStatusCode.UnsupportedMediaType,
            "client_error",
            "Send the body as JSON in UTF-8, with Content-Type: application/json."
        );
    }

    [Theory]
    [InlineData("POST", "/data_connectors", true)]
    [InlineData("POST", "/data_connectors", false)]
    [InlineData("POST", "/auth_tokens", true)]
    public async Task A_body_over_1_MiB_is_refused(string method, string path, bool isChunked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = ApiHost.Json(
            $$"""{"name":"x","body":"{{new string('x', 1024 * 1024)}}"}"""
        );
        request.Headers.TransferEncodingChunked = isChunked;

        var refused = await Answer.OfAsync(await host.Client.SendAsync(request));

        refused.IsError(
            HttpStatusCode.RequestEntityTooLarge,
            "request_too_large",
            "The body is larger than 1 MiB. Send less."
        );
    }

    private static string Code(Answer answer) => answer["errors"]![0]!["code"]!.GetValue<string>();

    private static string Sorted(string methods) =>
        string.Join(", ", methods.Split(", ").Order(StringComparer.Ordinal));
}
