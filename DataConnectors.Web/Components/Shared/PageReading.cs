namespace DataConnectors.Web.Components.Shared;

/// <summary>
/// Reads what a page shows. A failure is logged and remembered, for the page to offer another try; leaving the page ends a reading that
/// is under way.
/// </summary>
internal sealed class PageReading : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly ILogger logger;
    private int readings;

    public PageReading(ILogger logger)
    {
        this.logger = logger;
        Leaving = source.Token;
    }

    /// <summary>Cancelled once the page is left.</summary>
    public CancellationToken Leaving { get; }

    /// <summary>Whether the latest reading failed.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Reads, and never throws for it. How an overtaken reading ends says nothing of the later one.</summary>
    /// <param name="what">What is read, for the log: "The attributes".</param>
    /// <param name="read">Reads with <see cref="Leaving"/>.</param>
    public async Task RunAsync(string what, Func<Task> read)
    {
        var reading = ++readings;
        try
        {
            await read();
            HasFailed = HasFailed && reading != readings;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "{What} could not be read.", what);
            HasFailed = HasFailed || reading == readings;
        }
    }

    public void Dispose()
    {
        source.Cancel();
        source.Dispose();
    }
}
