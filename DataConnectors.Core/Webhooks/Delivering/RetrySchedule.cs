namespace DataConnectors.Core.Webhooks.Delivering;

/// <summary>When a failed delivery is tried again: eleven attempts over a day.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(10),
    ];

    /// <summary>How many retries there are.</summary>
    public static int Retries => Delays.Length;

    /// <summary>How long to wait before the retry after <paramref name="step"/> others; null when all are used up.</summary>
    /// <param name="step">The retries made already.</param>
    /// <param name="jitter">0–1, by chance: deliveries that failed together come back up to a tenth earlier or later.</param>
    public static TimeSpan? After(int step, double jitter) =>
        step < Delays.Length ? Delays[step] * (0.9 + (0.2 * jitter)) : null;
}
