using DataConnectors.Core.Kernel;
using DataConnectors.Core.Scripting.Workers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DataConnectors.Core.Scripting.Python;

/// <summary>
/// Python in contained processes. Looks for an interpreter and tries the sandbox in the background from the start on; where either is
/// missing, nothing is ever run.
/// </summary>
internal sealed class PythonRuntime(IOptions<ScriptingOptions> options, TimeProvider time)
    : IPythonRuntime,
        IHostedService,
        IDisposable
{
    private const int Spares = 1;

    // The worker itself stops a run in time; this is for a worker that does not.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan UnusedLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly WorkerSeats<BoundPythonWorker> seats = new(options.Value.PythonWorkers, time);
    private readonly CancellationTokenSource stopping = new();
    private Task<(PythonSpares? Spares, string? Obstacle)>? preparation;
    private long preparedAt;
    private ITimer? sweeper;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = PrepareAsync();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<string?> FindObstacleAsync(CancellationToken cancellationToken) =>
        (await PrepareAsync().WaitAsync(cancellationToken)).Obstacle;

    /// <inheritdoc/>
    public async Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
        Script script,
        ScriptInput input,
        CancellationToken cancellationToken
    )
    {
        if (script.Code.Length > Script.MaxCodeLength)
        {
            return PythonFailures.TooLong();
        }

        var (spares, obstacle) = await PrepareAsync().WaitAsync(cancellationToken);
        if (spares is null)
        {
            return PythonFailures.Unavailable(obstacle!);
        }

        var seat = await seats.RentAsync(script, cancellationToken);
        var isWhole = false;
        try
        {
            var outcome = await RunAsync(seat, spares, input, cancellationToken);
            isWhole = seat.Worker is { Worker.HasEnded: false };
            return outcome;
        }
        finally
        {
            if (!isWhole)
            {
                seat.ThrowAway();
            }

            seats.Return(seat);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ScriptDiagnostic>> CheckSyntaxAsync(
        Script script,
        CancellationToken cancellationToken
    )
    {
        var (spares, _) = await PrepareAsync().WaitAsync(cancellationToken);
        if (spares is null || script.Code.Length > Script.MaxCodeLength)
        {
            return [];
        }

        if (await spares.TakeAsync() is not { } worker)
        {
            return [];
        }

        PythonAnswer? answer;
        try
        {
            answer = await worker.SendAsync(
                'C',
                PythonMessages.Check(script.Code),
                CheckLimit,
                cancellationToken
            );
        }
        finally
        {
            spares.GiveBack(worker);
        }

        return answer is { Text.Length: > 0 }
            ? PythonMessages.ReadDiagnostics(answer.Text)
            : [new ScriptDiagnostic(1, 1, 1, 2, "The code is too complex to be compiled.")];
    }

    /// <summary>Ends every worker.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            stopping.Cancel();
            sweeper?.Dispose();
            seats.Dispose();
            _ = preparation?.ContinueWith(
                static prepared => prepared.Result.Spares?.Dispose(),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default
            );
        }
    }

    private static async Task<Outcome<ScriptRun, ScriptFailure>> RunAsync(
        WorkerSeat<BoundPythonWorker> seat,
        PythonSpares spares,
        ScriptInput input,
        CancellationToken cancellationToken
    )
    {
        if (seat.Worker is { Worker.HasEnded: true })
        {
            seat.ThrowAway();
        }

        if (seat.Worker is null)
        {
            var bound = await BindAsync(seat.Script, spares, cancellationToken);
            if (!bound.TryGet(out var fresh, out var failure))
            {
                return failure;
            }

            seat.Worker = fresh;
        }

        var (worker, fault) = seat.Worker;
        if (fault is not null)
        {
            return PythonFailures.Syntax(fault);
        }

        var answer = await worker.SendAsync(
            'R',
            PythonMessages.Run(input),
            ScriptLimits.Time + Grace,
            cancellationToken
        );
        return answer is not null ? PythonResults.Read(answer) : Lost(worker);
    }

    private static async Task<Outcome<BoundPythonWorker, ScriptFailure>> BindAsync(
        Script script,
        PythonSpares spares,
        CancellationToken cancellationToken
    )
    {
        if (await spares.TakeAsync() is not { } worker)
        {
            return PythonFailures.Unavailable(PythonObstacles.DoesNotStart);
        }

        BoundPythonWorker? bound = null;
        try
        {
            var answer = await worker.SendAsync(
                'B',
                PythonMessages.Bind(script.Code),
                ScriptLimits.Time + Grace,
                cancellationToken
            );
            if (answer is null)
            {
                return Lost(worker);
            }

            var diagnostics = PythonMessages.ReadDiagnostics(answer.Text);
            bound = new BoundPythonWorker(worker, diagnostics is [var first, ..] ? first : null);
            return bound;
        }
        finally
        {
            if (bound is null)
            {
                worker.Dispose();
            }
        }
    }

    private static ScriptFailure Lost(PythonWorker worker) =>
        worker.IsTimeUp
            ? PythonFailures.TimedOut(ScriptReport.Empty)
            : PythonFailures.Ended(ScriptReport.Empty);

    private Task<(PythonSpares? Spares, string? Obstacle)> PrepareAsync()
    {
        lock (gate)
        {
            if (stopping.IsCancellationRequested)
            {
                return Task.FromResult<(PythonSpares?, string?)>((null, PythonObstacles.Stopping));
            }

            sweeper ??= time.CreateTimer(
                _ => seats.ThrowAwayUnusedFor(UnusedLimit),
                state: null,
                SweepInterval,
                SweepInterval
            );
            if (preparation is null || MayHaveBeenMended(preparation))
            {
                preparedAt = time.GetTimestamp();
                preparation = Task.Run(() => FindAsync(stopping.Token));
            }

            return preparation;
        }
    }

    // Python may have been installed since, or the machine was too busy to start it in time.
    private bool MayHaveBeenMended(Task<(PythonSpares? Spares, string? Obstacle)> earlier) =>
        earlier.IsCompleted
        && (!earlier.IsCompletedSuccessfully || earlier.Result.Spares is null)
        && time.GetElapsedTime(preparedAt) > RetryInterval;

    private async Task<(PythonSpares? Spares, string? Obstacle)> FindAsync(
        CancellationToken cancellationToken
    )
    {
        if (!OperatingSystem.IsLinux())
        {
            return (null, PythonObstacles.NoLinux);
        }

        var interpreter = await PythonInterpreter.FindAsync(
            options.Value.Python,
            cancellationToken
        );
        if (interpreter is null)
        {
            return (null, PythonObstacles.NoPython(options.Value.Python));
        }

        var spares = new PythonSpares(interpreter, Spares, time);
        var obstacle = await PythonObstacles.FindAsync(spares, cancellationToken);
        if (obstacle is null)
        {
            return (spares, null);
        }

        spares.Dispose();
        return (null, obstacle);
    }
}
