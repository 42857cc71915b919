using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace DataConnectors.Tests.Web.Messenger;

/// <summary>One stream of events, read as it comes.</summary>
internal sealed class MessengerListener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage answer;
    private readonly CancellationTokenSource cut = new();
    private readonly ConcurrentQueue<MessengerEvent> events = [];
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Task reading;

    private MessengerListener(HttpResponseMessage answer)
    {
        this.answer = answer;
        reading = ReadAsync();
    }

    public HttpStatusCode Status => answer.StatusCode;

    public string? ContentType => answer.Content.Headers.ContentType?.MediaType;

    public IReadOnlyList<MessengerEvent> Events => [.. events];

    /// <summary>The texts of the messages so far, in order.</summary>
    public IReadOnlyList<string> Messages =>
        [.. Events.Where(each => each.Name == "message").Select(each => each.Text)];

    /// <summary>Ends when the server ends the stream.</summary>
    public Task Ended => reading.WaitAsync(Patience);

    public static async Task<MessengerListener> StartAsync(
        HttpClient client,
        string token,
        string? lastEventId
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/messenger/events");
        request.Headers.Authorization = new AuthenticationHeaderValue("Messenger", token);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        return new MessengerListener(
            await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead)
        );
    }

    /// <summary>Waits until what has come is as expected.</summary>
    public async Task UntilAsync(Func<MessengerListener, bool> isThere)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isThere(this))
        {
            await arrived.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await cut.CancelAsync();
        await reading;
        answer.Dispose();
        cut.Dispose();
        arrived.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(cut.Token);
            using var reader = new StreamReader(stream);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            while (await reader.ReadLineAsync(cut.Token) is { } line)
            {
                if (line.Length > 0)
                {
                    // What is no stream but an error has other lines.
                    var colon = line.IndexOf(": ", StringComparison.Ordinal);
                    if (colon > 0)
                    {
                        fields[line[..colon]] = line[(colon + 2)..];
                    }

                    continue;
                }

                if (fields.TryGetValue("event", out var name))
                {
                    events.Enqueue(
                        new MessengerEvent(
                            name,
                            fields.GetValueOrDefault("id"),
                            JsonSerializer.Deserialize<JsonElement>(fields["data"])
                        )
                    );
                }

                fields.Clear();
                arrived.Release();
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // Cut, by this side or the other.
        }
    }
}

internal sealed record MessengerEvent(string Name, string? Id, JsonElement Data)
{
    public string Text => Data.GetProperty("text").GetString()!;
}
