namespace DataConnectors.Core.Scripting.Python;

/// <summary>Workers started ahead of need, not yet bound to a script.</summary>
internal sealed class PythonSpares(PythonInterpreter interpreter, int count, TimeProvider time)
    : IDisposable
{
    // A busy machine may be slow to start; a broken one shall not be waited for for ever.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly Queue<Task<PythonWorker?>> ready = new();
    private bool isDisposed;

    /// <summary>Starts as many as are kept.</summary>
    public void Fill()
    {
        lock (gate)
        {
            while (!isDisposed && ready.Count < count)
            {
                ready.Enqueue(
                    Task.Run(() => PythonWorker.StartAsync(interpreter, StartLimit, time))
                );
            }
        }
    }

    /// <summary>A fresh worker, the caller's from now on; null when none can be started.</summary>
    public async Task<PythonWorker?> TakeAsync()
    {
        while (true)
        {
            Task<PythonWorker?> next;
            lock (gate)
            {
                if (isDisposed)
                {
                    return null;
                }

                Fill();
                next = ready.Dequeue();
                Fill();
            }

            if (await next is not { } worker)
            {
                return null;
            }

            if (!worker.HasEnded)
            {
                return worker;
            }
        }
    }

    /// <summary>Takes back one that was bound to no script and ran none.</summary>
    public void GiveBack(PythonWorker worker)
    {
        lock (gate)
        {
            if (!isDisposed && !worker.HasEnded && ready.Count <= count)
            {
                ready.Enqueue(Task.FromResult<PythonWorker?>(worker));
                return;
            }
        }

        worker.Dispose();
    }

    /// <summary>Ends them, also those that are still starting.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            foreach (var worker in ready)
            {
                _ = worker.ContinueWith(
                    static started => started.Result?.Dispose(),
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnRanToCompletion,
                    TaskScheduler.Default
                );
            }

            ready.Clear();
        }
    }
}
