using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace DataConnectors.Tests.Web.SampleStore;

public sealed class FaultTests(RunningStore store) : IClassFixture<RunningStore>
{
    [Fact]
    public async Task Slow_answers_properly_after_the_time_asked_for()
    {
        var watch = Stopwatch.StartNew();

        var answer = await store.ReadAsync("/faults/slow?seconds=0.3");

        Assert.True(
            watch.Elapsed >= TimeSpan.FromSeconds(0.28),
            $"It answered after {watch.Elapsed}."
        );
        Assert.Equal(0.3, answer.GetProperty("waited_seconds").GetDouble());
    }

    [Fact]
    public async Task Drip_sends_the_head_at_once_and_one_byte_a_second()
    {
        using var response = await store.Client.GetAsync(
            "/faults/drip",
            HttpCompletionOption.ResponseHeadersRead
        );
        await using var body = await response.Content.ReadAsStreamAsync();
        var one = new byte[1];

        await body.ReadExactlyAsync(one);
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await body.ReadExactlyAsync(one, soon.Token)
        );
    }

    [Fact]
    public async Task Drip_ends_as_valid_JSON()
    {
        Assert.Equal(" {}", await store.Client.GetStringAsync("/faults/drip?seconds=1"));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(404)]
    [InlineData(418)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Status_is_the_one_asked_for(int status)
    {
        using var response = await store.Client.GetAsync($"/faults/status/{status}");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("on_request", await response.ErrorCodeAsync());
        Assert.Equal(status == 503, response.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task Status_outside_200_to_599_is_not_an_endpoint()
    {
        using var response = await store.Client.GetAsync("/faults/status/700");

        Assert.Equal("no_such_endpoint", await response.ErrorCodeAsync());
    }

    [Fact]
    public async Task Reset_midway_sends_the_head_and_part_of_the_body_then_resets()
    {
        var (received, end) = await ReadUntilEndAsync("/faults/reset");

        Assert.StartsWith("HTTP/1.1 200 OK", received, StringComparison.Ordinal);
        Assert.EndsWith("{\"number\":\"1042\",", received, StringComparison.Ordinal);
        Assert.Equal(SocketError.ConnectionReset, end);
    }

    [Fact]
    public async Task Reset_before_sends_nothing_and_resets()
    {
        var (received, end) = await ReadUntilEndAsync("/faults/reset-before");

        Assert.Equal("", received);
        Assert.Equal(SocketError.ConnectionReset, end);
    }

    [Theory]
    [InlineData("", 2 * 1024 * 1024)]
    [InlineData("?bytes=1", 13)]
    [InlineData("?bytes=5000000", 5_000_000)]
    [InlineData("?bytes=9000000000", 64 * 1024 * 1024)]
    public async Task Oversized_streams_the_bytes_asked_for_within_its_bound(
        string query,
        int bytes
    )
    {
        using var response = await store.Client.GetAsync(
            $"/faults/oversized{query}",
            HttpCompletionOption.ResponseHeadersRead
        );

        Assert.Null(response.Content.Headers.ContentLength);
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes, body.Length);
        using var json = JsonDocument.Parse(body);
        Assert.True(json.RootElement.TryGetProperty("filler", out _));
    }

    [Theory]
    [InlineData("", "/orders/1042")]
    [InlineData("?to=https%3A%2F%2Fexample.com%2Fa%3Fb%3Dc", "https://example.com/a?b=c")]
    public async Task Redirect_points_where_the_caller_says(string query, string location)
    {
        using var response = await store.Client.GetAsync($"/faults/redirect{query}");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(location, response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Redirect_refuses_what_cannot_stand_in_a_header()
    {
        using var response = await store.Client.GetAsync(
            "/faults/redirect?to=%2Fa%0D%0AX-Evil%3A1"
        );

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Garbage_says_JSON_and_cannot_be_parsed()
    {
        using var response = await store.Client.GetAsync("/faults/garbage");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        await Assert.ThrowsAnyAsync<JsonException>(response.JsonAsync);
    }

    [Fact]
    public async Task Empty_and_no_content_have_no_body()
    {
        using var empty = await store.Client.GetAsync("/faults/empty");
        using var none = await store.Client.GetAsync("/faults/no-content");

        Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        Assert.Equal("application/json", empty.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await empty.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    [Fact]
    public async Task Html_is_a_page_with_status_200()
    {
        using var response = await store.Client.GetAsync("/faults/html");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Deep_is_nested_1000_levels()
    {
        var body = await store.Client.GetByteArrayAsync("/faults/deep");

        Assert.ThrowsAny<JsonException>(() =>
            JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 999 })
        );
        using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1000 });
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("brotli", "br")]
    public async Task Compressed_order_inflates_to_the_order(string path, string encoding)
    {
        using var response = await store.Client.GetAsync($"/faults/{path}");
        await using var compressed = await response.Content.ReadAsStreamAsync();
        await using Stream inflated =
            encoding == "br"
                ? new BrotliStream(compressed, CompressionMode.Decompress)
                : new GZipStream(compressed, CompressionMode.Decompress);

        using var order = await JsonDocument.ParseAsync(inflated);

        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Equal("1042", order.RootElement.Text("number"));
    }

    [Fact]
    public async Task Gzip_bomb_is_small_on_the_wire_and_50_MiB_inflated()
    {
        var bomb = await store.Client.GetByteArrayAsync("/faults/gzip-bomb");
        await using var inflated = new GZipStream(
            new MemoryStream(bomb),
            CompressionMode.Decompress
        );
        var buffer = new byte[1024 * 1024];
        long total = 0;
        for (int read; (read = await inflated.ReadAsync(buffer)) > 0; total += read) { }

        Assert.True(bomb.Length < 512 * 1024, $"{bomb.Length} bytes were sent.");
        Assert.Equal((50 * 1024 * 1024) + 2, total);
    }

    [Fact]
    public async Task Faults_need_no_key_and_take_every_method()
    {
        using var client = store.NewClient();

        using var posted = await client.PostAsync("/faults/status/500", new StringContent("{}"));
        using var deleted = await client.DeleteAsync("/faults/no-content");

        Assert.Equal(HttpStatusCode.InternalServerError, posted.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    private async Task<(string Received, SocketError End)> ReadUntilEndAsync(string path)
    {
        using var socket = new Socket(
            AddressFamily.InterNetwork,
            SocketType.Stream,
            ProtocolType.Tcp
        );
        await socket.ConnectAsync(IPAddress.Loopback, store.Address.Port);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
        );
        var received = new StringBuilder();
        var buffer = new byte[4096];
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            for (int read; (read = await socket.ReceiveAsync(buffer, deadline.Token)) > 0; )
            {
                received.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }

            return (received.ToString(), SocketError.Success);
        }
        catch (SocketException exception)
        {
            return (received.ToString(), exception.SocketErrorCode);
        }
    }
}
