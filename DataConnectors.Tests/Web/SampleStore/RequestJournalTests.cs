using System.Net.Http.Json;

namespace DataConnectors.Tests.Web.SampleStore;

public sealed class RequestJournalTests : IAsyncLifetime
{
    private readonly RunningStore store = new();

    public ValueTask InitializeAsync() => store.InitializeAsync();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Requests_are_shown_as_they_came_with_keys_masked()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/orders/1050/cancel?from=chat"
        );
        request.Headers.Add("X-Trace", "t-1");
        request.Headers.Add("Authorization", "Bearer secret-token");
        request.Content = JsonContent.Create(new { reason = "Late." });
        using var sent = await store.Client.SendAsync(request);

        var journal = await store.ReadAsync("/requests");

        var shown = journal.GetProperty("data")[0];
        Assert.Equal("POST", shown.Text("method"));
        Assert.Equal("/orders/1050/cancel", shown.Text("path"));
        Assert.Equal("?from=chat", shown.Text("query"));
        Assert.Equal("{\"reason\":\"Late.\"}", shown.Text("body"));
        Assert.Equal("t-1", shown.GetProperty("headers").Text("x-trace"));
        Assert.Equal("****", shown.GetProperty("headers").Text("x-api-key"));
        Assert.DoesNotContain(RunningStore.Key, journal.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", journal.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_last_50_are_kept_newest_first_and_a_reset_forgets_them()
    {
        for (var i = 0; i < 60; i++)
        {
            using var response = await store.Client.GetAsync($"/stock?query={i}");
        }

        var queries = (await store.ReadAsync("/requests"))
            .GetProperty("data")
            .EnumerateArray()
            .Select(r => r.Text("query"))
            .ToList();
        using var reset = await store.Client.PostAsync("/reset", content: null);

        Assert.Equal(50, queries.Count);
        Assert.Equal("?query=59", queries[0]);
        Assert.Equal("?query=10", queries[^1]);
        Assert.Equal(0, (await store.ReadAsync("/requests")).GetProperty("total_count").GetInt32());
    }

    [Fact]
    public async Task Body_past_1_MiB_is_refused_in_JSON()
    {
        using var content = new ByteArrayContent(new byte[(1024 * 1024) + 1]);

        using var response = await store.Client.PostAsync("/returns", content);

        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal("body_too_large", await response.ErrorCodeAsync());
    }
}
