using DataConnectors.Core.Scripting.JavaScript.Wire;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Scripting.JavaScript;

/// <summary>
/// The workers: those at rest wait here, one more than is busy is started ahead while there is room, and who ends is replaced in the
/// background.
/// </summary>
internal sealed class WorkerPool(
    WorkerLimits limits,
    int maxWorkers,
    string programDirectory,
    ILogger logger
) : IDisposable
{
    // A busy machine may take long to start a process; one that hangs is given up.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim places = new(maxWorkers);
    private readonly Lock gate = new();
    private readonly Stack<WorkerProcess> resting = new();
    private readonly HashSet<WorkerProcess> all = [];
    private Task<WorkerProcess?>? starting;
    private string? obstacle;
    private int known;
    private bool isDisposed;

    /// <summary>Why the last start failed, as a sentence; null when it did not.</summary>
    public string? Obstacle => Volatile.Read(ref obstacle);

    /// <summary>Whether a start has been tried.</summary>
    public bool IsKnown => Volatile.Read(ref known) != 0;

    /// <summary>The ids of the processes.</summary>
    public IReadOnlyList<int> WorkerIds
    {
        get
        {
            lock (gate)
            {
                return [.. all.Select(worker => worker.Id)];
            }
        }
    }

    /// <summary>Starts a worker in the background unless one is at rest or there is no room.</summary>
    public void StartAhead()
    {
        lock (gate)
        {
            if (resting.Count == 0)
            {
                _ = StartingOrNull();
            }
        }
    }

    /// <summary>A worker that is the caller's alone until returned; null when none can be started.</summary>
    public async Task<WorkerProcess?> TakeAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                Task<WorkerProcess?>? start;
                lock (gate)
                {
                    ObjectDisposedException.ThrowIf(isDisposed, this);
                    if (TryPop() is { } worker)
                    {
                        return worker;
                    }

                    start = StartingOrNull();
                }

                // It comes to rest when it is ready; another caller may be quicker, so look again. Every place has room for a worker.
                if (start is null || await start.WaitAsync(cancellationToken) is null)
                {
                    places.Release();
                    return null;
                }
            }
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Gives a worker back: to rest, or to be replaced when it has ended or is worn out.</summary>
    public void Return(WorkerProcess worker, bool isUsable)
    {
        lock (gate)
        {
            if (isUsable && !isDisposed)
            {
                resting.Push(worker);
            }
            else
            {
                all.Remove(worker);
                worker.Kill();
                StartAhead();
            }
        }

        places.Release();
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            foreach (var worker in all)
            {
                worker.Kill();
            }

            all.Clear();
            resting.Clear();
        }
    }

    // Within the gate. One that ended while it rested, which only something outside can have caused, is passed over.
    private WorkerProcess? TryPop()
    {
        while (resting.TryPop(out var worker))
        {
            if (worker.IsAlive)
            {
                StartAhead();
                return worker;
            }

            all.Remove(worker);
            worker.Kill();
        }

        return null;
    }

    // Within the gate.
    private Task<WorkerProcess?>? StartingOrNull()
    {
        if (starting is null && all.Count < maxWorkers && !isDisposed)
        {
            starting = Task.Factory.StartNew(
                Start,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }

        return starting;
    }

    private WorkerProcess? Start()
    {
        var (worker, complaint) = WorkerProgram.Find(limits, programDirectory) is { } program
            ? WorkerProcess.Start(program, limits, StartPatience)
            : (null, $"DataConnectors.Sandbox is not in {programDirectory}");
        lock (gate)
        {
            starting = null;
            Report(worker, complaint);
            if (worker is not null && isDisposed)
            {
                worker.Kill();
                return null;
            }

            if (worker is not null)
            {
                all.Add(worker);
                resting.Push(worker);
            }

            return worker;
        }
    }

    private void Report(WorkerProcess? worker, string complaint)
    {
        var isFirst = known == 0;
        if (worker is null)
        {
            logger.LogError("A worker for JavaScript could not be started: {Complaint}", complaint);
        }
        else if (isFirst && !worker.IsFiltered)
        {
            logger.LogWarning(
                "Workers for JavaScript run without a filter of the kernel: this system does not offer it. Scripts have no access to files or the network all the same"
            );
        }

        Volatile.Write(
            ref obstacle,
            worker is null
                ? "JavaScript cannot be run on this machine: its worker process does not start. The server's log says why; Python and the table work on."
                : null
        );
        Volatile.Write(ref known, 1);
    }
}
