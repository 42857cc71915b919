namespace DataConnectors.Core.Health;

/// <summary>How a connector did in a window.</summary>
/// <param name="Window">The window.</param>
/// <param name="Total">All of it.</param>
/// <param name="Statuses">How often the API answered each status, the most frequent first; null where it did not answer.</param>
/// <param name="Failures">How often runs failed in each way, by wire name such as <c>faraday_error</c>, the most frequent first.</param>
/// <param name="Buckets">The window piece by piece, in order, those without a run as well.</param>
public sealed record ConnectorHealth(
    HealthWindow Window,
    HealthFigures Total,
    IReadOnlyList<Tally<int?>> Statuses,
    IReadOnlyList<Tally<string>> Failures,
    IReadOnlyList<HealthFigures> Buckets
);

/// <summary>How often something was met.</summary>
public sealed record Tally<T>(T What, int Count);

/// <summary>The figures of a stretch of time.</summary>
/// <param name="Runs">All executions.</param>
/// <param name="Successes">Those that succeeded.</param>
/// <param name="LatencyMicroseconds">How long the API took to answer; runs that sent nothing are left out. Null when none did.</param>
/// <param name="PayloadBytes">How much it answered; null when it never did.</param>
public sealed record HealthFigures(
    int Runs,
    int Successes,
    Percentiles? LatencyMicroseconds,
    Percentiles? PayloadBytes
)
{
    /// <summary>0–1; null when nothing ran.</summary>
    public double? SuccessRate => Runs == 0 ? null : (double)Successes / Runs;
}

/// <summary>Values that so many in a hundred do not exceed: each one that was met, not one in between.</summary>
public sealed record Percentiles(int P50, int P95, int P99)
{
    /// <summary>Null for no values. Sorts <paramref name="values"/> in place.</summary>
    internal static Percentiles? Of(List<int> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        values.Sort();
        return new Percentiles(At(50), At(95), At(99));

        int At(int percent) => values[(int)((values.Count * (long)percent + 99) / 100) - 1];
    }
}
