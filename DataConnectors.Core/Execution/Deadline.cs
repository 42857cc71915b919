namespace DataConnectors.Core.Execution;

/// <summary>The end of the time that a run may take, or the caller's wish to stop, whichever comes first.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource timeout;
    private readonly CancellationTokenSource? linked;

    public Deadline(TimeSpan duration, TimeProvider clock, CancellationToken caller)
    {
        timeout = new CancellationTokenSource(duration, clock);
        linked = caller.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, caller)
            : null;
    }

    public CancellationToken Token => (linked ?? timeout).Token;

    public void Dispose()
    {
        linked?.Dispose();
        timeout.Dispose();
    }
}
