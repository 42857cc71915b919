using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DataConnectors.Tests.Support;

namespace DataConnectors.Tests.Web.PublicApi.Fin;

/// <summary>One event as it came over the wire.</summary>
/// <param name="Id">What to go on from; null for what is not repeated.</param>
/// <param name="Data">What happened.</param>
internal sealed record FinStreamEvent(string? Id, JsonElement Data)
{
    public string Name => Data.GetProperty("event_name").GetString()!;

    public string Status => Data.GetProperty("status").GetString()!;

    /// <summary>Name and status in one.</summary>
    public string Short => $"{Name} {Status}";
}

/// <summary>Listens to Fin over a connection of its own, without any access token, as a browser does.</summary>
internal sealed class FinStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient client = new();
    private HttpResponseMessage? response;
    private StreamReader? reader;

    /// <summary>The comments that came so far.</summary>
    public int Comments { get; private set; }

    /// <summary>The status that the server answered with.</summary>
    public HttpStatusCode Status => response!.StatusCode;

    public HttpResponseHeaders Headers => response!.Headers;

    public static async Task<FinStream> OpenAsync(string url, string? lastEventId = null)
    {
        var stream = new FinStream();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        stream.response = await stream.client.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead
        );
        stream.reader = new StreamReader(await stream.response.Content.ReadAsStreamAsync());
        return stream;
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<FinStreamEvent?> ReadAsync()
    {
        string? id = null;
        string? data = null;
        while (await reader!.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith(':'))
            {
                Comments++;
            }
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line[6..];
            }
            else if (line.Length == 0 && data is not null)
            {
                return new FinStreamEvent(id, Some.Json(data));
            }
        }

        return null;
    }

    /// <summary>The events until this one, or all until the end.</summary>
    public async Task<List<FinStreamEvent>> ReadUntilAsync(string? last)
    {
        var events = new List<FinStreamEvent>();
        while (await ReadAsync() is { } happened)
        {
            events.Add(happened);
            if (happened.Short == last)
            {
                break;
            }
        }

        return events;
    }

    public void Dispose()
    {
        reader?.Dispose();
        response?.Dispose();
        client.Dispose();
    }
}
