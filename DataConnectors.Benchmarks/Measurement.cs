using System.Diagnostics;
using System.Globalization;

namespace DataConnectors.Benchmarks;

/// <summary>One round of one subject.</summary>
/// <param name="PerSecond">Runs completed, and made durable, per second.</param>
/// <param name="P50">Median time of one run in milliseconds.</param>
/// <param name="P99">The time that 99 of 100 runs stay under, in milliseconds.</param>
/// <param name="CpuPerRun">Processor time of the process that is measured per run, in microseconds.</param>
/// <param name="BytesPerRun">Managed memory that process allocated per run; null where it is another one and does not say.</param>
internal sealed record Measurement(
    double PerSecond,
    double P50,
    double P99,
    double CpuPerRun,
    double? BytesPerRun
)
{
    public const string Header = """
        | in flight | subject | runs/s | ratio | p50 ms | added p50 ms | p99 ms | CPU µs/run | allocated/run |
        |---:|---|---:|---:|---:|---:|---:|---:|---:|
        """;

    // Who never looks back would only show how long a queue can grow.
    private const int MaxUndurable = 32;

    /// <param name="run">Runs once; what it returns ends when the run is durable.</param>
    /// <param name="inFlight">How many run at once.</param>
    /// <param name="duration">How long new runs are started.</param>
    public static async Task<Measurement> TakeAsync(
        Func<Task<Task>> run,
        int inFlight,
        TimeSpan duration
    )
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes();
        var cpu = Environment.CpuUsage.TotalTime;
        var begin = Stopwatch.GetTimestamp();
        var workers = await Task.WhenAll(
            Enumerable
                .Range(0, inFlight)
                .Select(_ => Task.Run(() => WorkAsync(run, begin, duration)))
        );
        var elapsed = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        var measurement = Of([.. workers.SelectMany(times => times)], elapsed, cpu);
        return measurement with
        {
            BytesPerRun = (double)allocated / workers.Sum(times => times.Count),
        };
    }

    /// <summary>What the times of single runs, in ticks of the stopwatch, come to.</summary>
    /// <param name="times">The times, in any order; they are sorted in place.</param>
    /// <param name="seconds">How long all of it took.</param>
    /// <param name="cpu">Processor time that it took.</param>
    public static Measurement Of(long[] times, double seconds, TimeSpan cpu)
    {
        Array.Sort(times);
        return new Measurement(
            times.Length / seconds,
            Milliseconds(times[times.Length / 2]),
            Milliseconds(times[(int)(times.Length * 0.99)]),
            cpu.TotalMicroseconds / times.Length,
            BytesPerRun: null
        );
    }

    /// <summary>The median of each number.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> rounds) =>
        new(
            Median(rounds, round => round.PerSecond),
            Median(rounds, round => round.P50),
            Median(rounds, round => round.P99),
            Median(rounds, round => round.CpuPerRun),
            rounds.All(round => round.BytesPerRun is not null)
                ? Median(rounds, round => round.BytesPerRun!.Value)
                : null
        );

    public string ToRow(int inFlight, string subject, Measurement bare) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {inFlight} | {subject} | {PerSecond:N0} | {PerSecond / bare.PerSecond:0.00} | {P50:0.000} | {P50 - bare.P50:0.000} | {P99:0.00} | {CpuPerRun:0} | {Allocated} |"
        );

    private string Allocated =>
        BytesPerRun is { } bytes
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024:0.0} KiB")
            : "–";

    private static async Task<List<long>> WorkAsync(
        Func<Task<Task>> run,
        long begin,
        TimeSpan duration
    )
    {
        var times = new List<long>(capacity: 64 * 1024);
        var undurable = new Queue<Task>(MaxUndurable);
        while (Stopwatch.GetElapsedTime(begin) < duration)
        {
            if (undurable.Count == MaxUndurable)
            {
                await undurable.Dequeue();
            }

            var started = Stopwatch.GetTimestamp();
            undurable.Enqueue(await run());
            times.Add(Stopwatch.GetTimestamp() - started);
        }

        await Task.WhenAll(undurable);
        return times;
    }

    private static double Median(
        IReadOnlyList<Measurement> rounds,
        Func<Measurement, double> number
    ) => rounds.Select(number).Order().ElementAt(rounds.Count / 2);

    private static double Milliseconds(long ticks) => (double)ticks / Stopwatch.Frequency * 1000;
}
