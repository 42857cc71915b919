namespace DataConnectors.Core.Scripting.Workers;

/// <summary>
/// Who may use a worker. There are so many seats; one script may hold several under load. A seat of another script is taken over
/// when none is free, the longest unused first. An owner never holds more than half of them, so that one connector whose code does
/// not end leaves room for the others. Whoever finds none waits in line.
/// </summary>
internal sealed class WorkerSeats<TWorker>(int count, TimeProvider time) : IDisposable
    where TWorker : class, IDisposable
{
    // So often may one waiting for the script of a free seat pass one who waits longer, since binding anew costs more.
    private const int MaxOvertaking = 16;

    private readonly int maxPerOwner = Math.Max(1, (count + 1) / 2);
    private readonly Lock gate = new();
    private readonly LinkedList<WorkerSeat<TWorker>> idle = [];
    private readonly LinkedList<Waiter> waiters = [];
    private readonly Dictionary<long, int> busyByOwner = [];
    private int taken;
    private int overtaken;
    private bool isDisposed;

    /// <summary>A seat for the script, when one can be had. Throws only <see cref="OperationCanceledException"/>.</summary>
    public async ValueTask<WorkerSeat<TWorker>> RentAsync(
        Script script,
        CancellationToken cancellationToken
    )
    {
        Waiter waiter;
        lock (gate)
        {
            if (isDisposed)
            {
                throw new OperationCanceledException("The workers are being ended.");
            }

            if (TryTake(script) is { } free)
            {
                return free;
            }

            waiter = new Waiter(script);
            waiters.AddLast(waiter);
        }

        await using var _ = cancellationToken.UnsafeRegister(
            static (state, token) => ((Waiter)state!).Seat.TrySetCanceled(token),
            waiter
        );
        return await waiter.Seat.Task;
    }

    /// <summary>Gives a seat back; without a worker it is gone.</summary>
    public void Return(WorkerSeat<TWorker> seat)
    {
        lock (gate)
        {
            Release(seat);
            ServeWaiters(seat.Script);
        }
    }

    /// <summary>Ends the workers that nobody has used for so long.</summary>
    public void ThrowAwayUnusedFor(TimeSpan duration)
    {
        lock (gate)
        {
            while (
                idle.First is { } oldest && time.GetElapsedTime(oldest.Value.ReturnedAt) >= duration
            )
            {
                Remove(oldest);
            }
        }
    }

    /// <summary>Ends the idle workers; those in use end when they are given back.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            while (idle.First is { } seat)
            {
                Remove(seat);
            }

            foreach (var waiter in waiters)
            {
                waiter.Seat.TrySetCanceled();
            }

            waiters.Clear();
        }
    }

    private WorkerSeat<TWorker>? TryTake(Script script)
    {
        var busy = busyByOwner.GetValueOrDefault(script.Owner);
        if (busy >= maxPerOwner)
        {
            return null;
        }

        var seat = TakeIdle(script);
        if (seat is null)
        {
            if (taken == count)
            {
                if (idle.First is not { } oldest)
                {
                    return null;
                }

                Remove(oldest);
            }

            taken++;
            seat = new WorkerSeat<TWorker>(script);
        }

        busyByOwner[script.Owner] = busy + 1;
        return seat;
    }

    private WorkerSeat<TWorker>? TakeIdle(Script script)
    {
        // The last used one first: its memory is the warmest.
        for (var node = idle.Last; node is not null; node = node.Previous)
        {
            if (node.Value.Script == script)
            {
                idle.Remove(node);
                return node.Value;
            }
        }

        return null;
    }

    private void ServeWaiters(Script returned)
    {
        if (overtaken < MaxOvertaking)
        {
            for (var node = waiters.First; node is not null; node = node.Next)
            {
                if (node.Value.Script == returned)
                {
                    overtaken = node == waiters.First ? 0 : overtaken + 1;
                    Serve(node);
                    break;
                }
            }
        }

        for (var node = waiters.First; node is not null; )
        {
            var next = node.Next;
            if (Serve(node))
            {
                overtaken = 0;
            }

            node = next;
        }
    }

    private bool Serve(LinkedListNode<Waiter> node)
    {
        if (node.Value.Seat.Task.IsCanceled)
        {
            waiters.Remove(node);
            return false;
        }

        if (TryTake(node.Value.Script) is not { } seat)
        {
            return false;
        }

        waiters.Remove(node);
        if (!node.Value.Seat.TrySetResult(seat))
        {
            // It gave up in this very moment: as if it had been used for nothing.
            Release(seat);
        }

        return true;
    }

    private void Release(WorkerSeat<TWorker> seat)
    {
        var busy = busyByOwner[seat.Script.Owner] - 1;
        if (busy == 0)
        {
            busyByOwner.Remove(seat.Script.Owner);
        }
        else
        {
            busyByOwner[seat.Script.Owner] = busy;
        }

        if (seat.Worker is null || isDisposed)
        {
            seat.ThrowAway();
            taken--;
        }
        else
        {
            seat.ReturnedAt = time.GetTimestamp();
            idle.AddLast(seat);
        }
    }

    private void Remove(LinkedListNode<WorkerSeat<TWorker>> node)
    {
        idle.Remove(node);
        node.Value.ThrowAway();
        taken--;
    }

    private sealed record Waiter(Script Script)
    {
        public TaskCompletionSource<WorkerSeat<TWorker>> Seat { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
