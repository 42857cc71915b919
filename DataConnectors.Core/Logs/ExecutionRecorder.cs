using System.Threading.Channels;
using DataConnectors.Core.Execution;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DataConnectors.Core.Logs;

/// <summary>
/// Writes every live execution to the log. There is one, with a thread of its own (SQLite blocks while it syncs the disk): it takes
/// whatever has gathered while it wrote the last group and commits it as the next.
/// <list type="bullet">
/// <item>A full queue makes callers wait; nothing is dropped. Each holds a whole result, so programs are refused once too many wait.</item>
/// <item>While the database fails, runs go on and their records wait; it is tried again until it works.</item>
/// <item>At shutdown the queue is written out, for as long as the host allows.</item>
/// <item>A killed process loses what nobody was promised yet, and nothing else.</item>
/// </list>
/// </summary>
internal sealed class ExecutionRecorder : IExecutionObserver, IHostedService, IDisposable
{
    private const int QueueCapacity = 2048;
    private const int MostWaiting = 1000;
    private const int GroupSize = 512;

    // Smaller groups come of few callers who wait for their records: lingering would be most of what they wait for.
    private const int BusyGroup = 32;
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(2);

    // Bodies of a group are in memory twice while it is written.
    private const int GroupBytes = 8 * 1024 * 1024;

    private readonly Channel<PendingExecution> queue = Channel.CreateBounded<PendingExecution>(
        new BoundedChannelOptions(QueueCapacity) { SingleReader = true }
    );
    private readonly ExecutionWriter writer;
    private readonly ExecutionFeed feed;
    private readonly RetryingCommit commit;
    private readonly CancellationTokenSource giveUp = new();
    private Task running = Task.CompletedTask;
    private int waiting;
    private bool disposed;

    public ExecutionRecorder(
        ExecutionWriter writer,
        ExecutionFeed feed,
        TimeProvider clock,
        ILogger<ExecutionRecorder> logger
    )
    {
        this.writer = writer;
        this.feed = feed;
        commit = new RetryingCommit(writer, clock, logger);
    }

    /// <inheritdoc/>
    public bool IsExhausted => Volatile.Read(ref waiting) >= MostWaiting;

    /// <summary>
    /// Queues the execution. The task ends when its record is durable; it faults when the database refuses this record for good, and
    /// does not end when the process stops before the record is written.
    /// </summary>
    public Task OnCompletedAsync(ExecutionResult result)
    {
        var pending = new PendingExecution(result);
        return queue.Writer.TryWrite(pending) ? pending.Durable : WaitForRoomAsync(pending);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.Factory.StartNew(
            Run,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return Task.CompletedTask;
    }

    /// <summary>Writes out the queue; gives up on what is left when <paramref name="cancellationToken"/> says so.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await using (cancellationToken.Register(giveUp.Cancel))
        {
            await running;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        queue.Writer.TryComplete();
        if (!disposed)
        {
            // Registered under two service types, the container disposes of it twice.
            disposed = true;
            giveUp.Cancel();
            giveUp.Dispose();
        }
    }

    private async Task WaitForRoomAsync(PendingExecution pending)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await queue.Writer.WriteAsync(pending);
        }
        catch (ChannelClosedException)
        {
            // The process is stopping. The task stays open, because to end it would promise what is not so.
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        await pending.Durable;
    }

    private void Run()
    {
        using var _ = writer;
        var group = new List<PendingExecution>(GroupSize);
        var isBusy = false;
        while (!giveUp.IsCancellationRequested && WaitForWork())
        {
            Gather(group);
            if (isBusy && group.Count < GroupSize)
            {
                // Under load a short wait fills the group: half the commits, half the syncs of the disk.
                Thread.Sleep(Linger);
                Gather(group);
            }

            isBusy = group.Count >= BusyGroup;
            var committed = commit.Run(group, giveUp.Token);
            if (committed.Count > 0)
            {
                feed.Announce(committed);
            }

            group.Clear();
        }
    }

    private bool WaitForWork()
    {
        var ready = queue.Reader.WaitToReadAsync();
        return ready.IsCompleted ? ready.Result : ready.AsTask().GetAwaiter().GetResult();
    }

    private void Gather(List<PendingExecution> group)
    {
        var bytes = 0;
        while (
            group.Count < GroupSize && bytes < GroupBytes && queue.Reader.TryRead(out var pending)
        )
        {
            bytes += pending.Result.Response?.Body.Length ?? 0;
            group.Add(pending);
        }
    }
}
