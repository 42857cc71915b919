using System.Net;

namespace DataConnectors.Tests.Support;

/// <summary>The server that other tests lean on does what its script says.</summary>
public sealed class LoopbackApiTests
{
    [Fact]
    public async Task A_request_is_recorded_byte_for_byte()
    {
        await using var api = LoopbackApi.Start();
        api.Answer("/x", request => LoopbackAnswer.Text(request.BodyText.ToUpperInvariant()));
        using var client = new HttpClient(
            new SocketsHttpHandler { ActivityHeadersPropagator = null }
        );
        using var content = new ByteArrayContent("abc"u8.ToArray());
        using var answer = await client.PostAsync($"{api.BaseUrl}/x?y=1", content);
        Assert.Equal("ABC", await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            $"POST /x?y=1 HTTP/1.1\r\nHost: 127.0.0.1:{api.Port}\r\nContent-Length: 3\r\n\r\nabc",
            Assert.Single(api.Requests).RawText
        );
    }

    [Fact]
    public async Task A_chunked_request_is_put_together_again()
    {
        await using var api = LoopbackApi.Start();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{api.BaseUrl}/x")
        {
            Content = new StringContent("some text"),
            Headers = { TransferEncodingChunked = true },
        };
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("some text", Assert.Single(api.Requests).BodyText);
    }

    [Fact]
    public async Task Faults_happen_as_scripted()
    {
        await using var api = LoopbackApi.Start();
        api.Answer("/reset", LoopbackAnswer.Reset());
        api.Answer("/early", LoopbackAnswer.ClosedEarly([1], promised: 2));
        api.Answer(
            "/drip",
            LoopbackAnswer.Chunked(
                [
                    [1],
                    [2],
                ],
                TimeSpan.FromMilliseconds(20)
            )
        );
        api.Answer(
            "/endless",
            LoopbackAnswer.Chunked(Enumerable.Repeat<byte[]>([1], int.MaxValue))
        );
        api.Answer("/late", LoopbackAnswer.Text("late").After(TimeSpan.FromMinutes(1)));
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync($"{api.BaseUrl}/reset")
        );
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync($"{api.BaseUrl}/early")
        );
        Assert.Equal([1, 2], await client.GetByteArrayAsync($"{api.BaseUrl}/drip"));
        await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.GetAsync($"{api.BaseUrl}/endless")
        );
        await Assert.ThrowsAsync<TaskCanceledException>(() =>
            client.GetAsync($"{api.BaseUrl}/late")
        );
    }
}
