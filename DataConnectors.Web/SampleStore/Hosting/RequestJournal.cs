namespace DataConnectors.Web.SampleStore.Hosting;

/// <summary>One request as it came in. Header names are in lower case; the values of key headers are masked.</summary>
internal sealed record ReceivedRequest(
    DateTimeOffset ReceivedAt,
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body
);

/// <summary>The last 50 requests, so that a demo or a test can see what really arrived.</summary>
internal sealed class RequestJournal
{
    private const int Capacity = 50;
    private readonly Queue<ReceivedRequest> requests = new(Capacity);
    private readonly Lock gate = new();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReceivedRequest> Latest()
    {
        lock (gate)
        {
            return [.. requests.Reverse()];
        }
    }

    /// <summary>Keeps a request, dropping the oldest when full.</summary>
    public void Add(ReceivedRequest request)
    {
        lock (gate)
        {
            if (requests.Count == Capacity)
            {
                requests.Dequeue();
            }

            requests.Enqueue(request);
        }
    }

    /// <summary>Forgets them all.</summary>
    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
        }
    }
}
