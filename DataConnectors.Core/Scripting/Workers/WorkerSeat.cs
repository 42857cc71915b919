namespace DataConnectors.Core.Scripting.Workers;

/// <summary>A place for one worker that is bound to one script. Whoever has it may use it alone.</summary>
internal sealed class WorkerSeat<TWorker>(Script script)
    where TWorker : class, IDisposable
{
    /// <summary>The script the worker is bound to, for good.</summary>
    public Script Script { get; } = script;

    /// <summary>The worker; null until the first holder has started one, and after it was thrown away.</summary>
    public TWorker? Worker { get; set; }

    /// <summary>When it was last given back, as a timestamp of the clock.</summary>
    public long ReturnedAt { get; set; }

    /// <summary>Ends the worker. The next holder starts another.</summary>
    public void ThrowAway()
    {
        Worker?.Dispose();
        Worker = null;
    }
}
