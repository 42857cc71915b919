namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>
/// Keeps a result up to date with what it is asked for: the first request runs at once, later ones after a pause in typing, and a
/// newer one cancels the one before. Safe from any thread; <paramref name="settle"/> is told of results in the order of the requests.
/// </summary>
/// <param name="run">Works a result out.</param>
/// <param name="settle">Takes a result; null when there is none because something unexpected went wrong.</param>
/// <param name="clock">Measures the pause.</param>
/// <param name="pause">The pause in typing that is waited for; null for <see cref="QuietTime"/>.</param>
internal sealed class LatestRun<TRequest, TResult>(
    Func<TRequest, CancellationToken, Task<TResult>> run,
    Action<TResult?> settle,
    TimeProvider clock,
    TimeSpan? pause = null
) : IDisposable
    where TRequest : class
    where TResult : class
{
    /// <summary>The pause in typing that is usually waited for.</summary>
    public static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(150);

    private readonly Lock gate = new();
    private CancellationTokenSource? running;
    private TRequest? asked;

    /// <summary>Whether something is being worked out.</summary>
    public bool IsRunning => running is not null;

    /// <summary>Asks for a result; nothing happens when the request equals the last one.</summary>
    public void Request(TRequest request)
    {
        var mine = new CancellationTokenSource();
        TimeSpan wait;
        lock (gate)
        {
            if (request.Equals(asked))
            {
                mine.Dispose();
                return;
            }

            wait = asked is null ? TimeSpan.Zero : pause ?? QuietTime;
            asked = request;
            running?.Cancel();
            running = mine;
        }

        _ = RunAsync(request, wait, mine);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            running?.Cancel();
            running = null;
        }
    }

    private async Task RunAsync(TRequest request, TimeSpan wait, CancellationTokenSource mine)
    {
        TResult? result = null;
        try
        {
            await Task.Delay(wait, clock, mine.Token);
            result = await run(request, mine.Token);
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            // Something newer is asked for, or nobody asks any more.
        }
        catch (Exception)
        {
            // Whatever went wrong, the page lives on, and the next change tries again.
        }

        lock (gate)
        {
            var isLatest = running == mine;
            running = isLatest ? null : running;
            mine.Dispose();
            if (!isLatest)
            {
                return;
            }
        }

        settle(result);
    }
}
