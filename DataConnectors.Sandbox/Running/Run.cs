using System.Diagnostics;
using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Sandbox.Running;

/// <summary>What is known of one run while it goes on and afterwards.</summary>
/// <param name="limits">What it may use.</param>
/// <param name="bareBytes">The memory the worker takes without a run.</param>
internal sealed class Run(WorkerLimits limits, long bareBytes)
{
    // The script is stopped a little before the server would kill the process, so that the admin still sees what was printed.
    private const double OwnShareOfTime = 0.95;

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
    private readonly int collectionsBefore = GC.CollectionCount(0);
    private long functionBegan;

    /// <summary>What runs, as the start of a sentence.</summary>
    public string Subject { get; set; } = "The code";

    /// <summary>Whether the answer has whole numbers that became BigInts.</summary>
    public bool HasBigIntegers { get; set; }

    public Printer Printer { get; } = new(limits);

    public TimeSpan Duration { get; private set; }

    public long PeakMemoryBytes { get; private set; }

    /// <summary>How long the script may still run.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var remaining = (limits.Time * OwnShareOfTime) - Stopwatch.GetElapsedTime(began);
            return remaining > TimeSpan.FromMilliseconds(1)
                ? remaining
                : TimeSpan.FromMilliseconds(1);
        }
    }

    /// <summary>Whether the time is over.</summary>
    public bool IsOver => Stopwatch.GetElapsedTime(began) >= limits.Time * OwnShareOfTime;

    /// <summary>Everything is ready; from here on it is the admin's code that takes time.</summary>
    public void StartFunction() => functionBegan = Stopwatch.GetTimestamp();

    /// <summary>
    /// Takes the figures. Without a collection in between, what was allocated is what was held; with one, it was no more than the heap
    /// came to have.
    /// </summary>
    public void Stop()
    {
        if (functionBegan != 0)
        {
            Duration = Stopwatch.GetElapsedTime(functionBegan);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        PeakMemoryBytes =
            GC.CollectionCount(0) == collectionsBefore
                ? allocated
                : Math.Min(
                    allocated,
                    Math.Max(0, GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes - bareBytes)
                );
    }
}
