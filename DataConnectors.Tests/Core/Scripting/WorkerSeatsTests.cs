using DataConnectors.Core.Scripting;
using DataConnectors.Core.Scripting.Workers;
using Microsoft.Extensions.Time.Testing;

namespace DataConnectors.Tests.Core.Scripting;

public sealed class WorkerSeatsTests : IDisposable
{
    private static readonly Script A = new(1, "a");
    private static readonly Script B = new(2, "b");
    private static readonly Script C = new(3, "c");

    private readonly FakeTimeProvider time = new();
    private readonly WorkerSeats<Worker> seats;

    public WorkerSeatsTests() => seats = new WorkerSeats<Worker>(4, time);

    public void Dispose() => seats.Dispose();

    [Fact]
    public async Task A_worker_is_used_again_by_its_script_only()
    {
        var first = await UseAsync(A);

        Assert.Same(first, await UseAsync(A));
        Assert.NotSame(first, await UseAsync(A with { Code = "a2" }));
        Assert.NotSame(first, await UseAsync(A with { Owner = 9 }));
    }

    [Fact]
    public async Task The_longest_unused_worker_makes_room_for_another_script()
    {
        var oldest = await UseAsync(A);
        await UseAsync(B);
        await UseAsync(C);
        var newest = await UseAsync(new Script(4, "d"));

        await UseAsync(new Script(5, "e"));

        Assert.True(oldest.IsDisposed);
        Assert.Same(newest, await UseAsync(new Script(4, "d")));
    }

    [Fact]
    public async Task One_owner_holds_at_most_half_of_the_seats()
    {
        await RentAsync(A);
        await RentAsync(A);
        var waiting = seats.RentAsync(A, CancellationToken.None).AsTask();

        Assert.False(waiting.IsCompleted);
        Assert.NotNull(await RentAsync(B));
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Who_waits_gets_the_next_free_seat()
    {
        var held = await RentAsync(A);
        await RentAsync(A);
        var waiting = seats.RentAsync(A, CancellationToken.None).AsTask();
        var worker = held.Worker;

        seats.Return(held);

        Assert.Same(worker, (await waiting).Worker);
    }

    [Fact]
    public async Task Who_gave_up_waiting_takes_no_seat()
    {
        using var cancellation = new CancellationTokenSource();
        var held = await RentAsync(A);
        await RentAsync(A);
        var waiting = seats.RentAsync(A, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        seats.Return(held);

        Assert.Same(held, await RentAsync(A));
    }

    [Fact]
    public async Task A_seat_whose_worker_was_thrown_away_is_free_for_anyone()
    {
        foreach (var script in new[] { A, A, B, B })
        {
            await RentAsync(script);
        }

        var waiting = seats.RentAsync(C, CancellationToken.None).AsTask();
        Assert.False(waiting.IsCompleted);
        var dead = new WorkerSeat<Worker>(A);
        seats.Return(dead);

        Assert.Equal(C, (await waiting).Script);
    }

    [Fact]
    public async Task Workers_that_nobody_uses_end()
    {
        var old = await UseAsync(A);
        time.Advance(TimeSpan.FromMinutes(4));
        var young = await UseAsync(B);
        time.Advance(TimeSpan.FromMinutes(2));

        seats.ThrowAwayUnusedFor(TimeSpan.FromMinutes(5));

        Assert.True(old.IsDisposed);
        Assert.False(young.IsDisposed);
    }

    private async Task<Worker> UseAsync(Script script)
    {
        var seat = await RentAsync(script);
        seats.Return(seat);
        return seat.Worker!;
    }

    private async Task<WorkerSeat<Worker>> RentAsync(Script script)
    {
        var seat = await seats.RentAsync(script, CancellationToken.None);
        seat.Worker ??= new Worker();
        return seat;
    }

    private sealed class Worker : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
