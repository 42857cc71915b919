using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataConnectors.Tests.Contract.PublicApi;

/// <summary>What the server answered.</summary>
internal sealed record Answer(
    HttpStatusCode Status,
    string Text,
    IReadOnlyDictionary<string, string> Headers
)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>A member of the body.</summary>
    public JsonNode? this[string member] => Json[member];

    /// <summary>Asserts on an error list with one fault, whose request id is the answer's.</summary>
    public void IsError(HttpStatusCode status, string code, string message, string? field = null)
    {
        Assert.Equal((status, Text), (Status, Text));
        var expected = new JsonObject { ["code"] = code, ["message"] = message };
        if (field is not null)
        {
            expected["field"] = field;
        }

        Assert.Equal(
            new JsonObject
            {
                ["type"] = "error.list",
                ["request_id"] = Headers["X-Request-Id"],
                ["errors"] = new JsonArray(expected),
            }.ToJsonString(),
            Json.ToJsonString()
        );
    }

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(),
                response
                    .Headers.Concat(response.Content.Headers)
                    .ToDictionary(
                        header => header.Key,
                        header => string.Join(", ", header.Value),
                        StringComparer.OrdinalIgnoreCase
                    )
            );
        }
    }
}

/// <summary>Short ways to ask.</summary>
internal static class Asking
{
    public static async Task<Answer> AskAsync(
        this HttpClient client,
        string method,
        string path,
        string? json = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
        {
            request.Content = ApiHost.Json(json);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Answer.OfAsync(await client.SendAsync(request));
    }

    /// <summary>Makes a connector and gives its id.</summary>
    public static async Task<string> CreateAsync(this HttpClient client, string json)
    {
        var created = await client.AskAsync("POST", "/data_connectors", json);
        Assert.Equal((HttpStatusCode.Created, created.Text), (created.Status, created.Text));
        return created["id"]!.GetValue<string>();
    }

    /// <summary>The same JSON whatever the order of its members.</summary>
    public static void IsJson(this JsonNode? actual, string expected) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), actual),
            $"Expected {JsonSerializer.Serialize(JsonNode.Parse(expected))}\nbut was  {actual?.ToJsonString()}"
        );
}
