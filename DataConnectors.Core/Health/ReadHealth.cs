using DataConnectors.Core.Logs;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.Health;

/// <summary>
/// Computes how a connector did from its stored executions. Percentiles need every value, so one pass over an index that holds all that
/// is counted, and no row, gives everything at once.
/// </summary>
public sealed class ReadHealth(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The health in the window; a connector that did not run has figures without values.</summary>
    public async Task<ConnectorHealth> RunAsync(
        long connectorId,
        HealthWindow window,
        CancellationToken cancellationToken
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = context
            .Set<ExecutionRecord>()
            .AsNoTracking()
            .Where(record =>
                record.ConnectorId == connectorId
                && record.StartedAt >= window.From
                && record.StartedAt < window.To
            )
            .Select(record => new
            {
                record.StartedAt,
                record.IsSuccess,
                record.HttpStatus,
                record.ErrorType,
                record.HttpDurationMicroseconds,
                record.ResponseBytes,
            })
            .AsAsyncEnumerable();
        var buckets = new Bucket[window.Buckets];
        for (var index = 0; index < buckets.Length; index++)
        {
            buckets[index] = new Bucket();
        }

        var statuses = new Dictionary<int, int>();
        var failures = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var run in runs.WithCancellation(cancellationToken))
        {
            buckets[window.BucketOf(run.StartedAt)]
                .Add(run.IsSuccess, run.HttpDurationMicroseconds, run.ResponseBytes);
            CountOne(statuses, run.HttpStatus ?? NoStatus);
            if (run.ErrorType is not null)
            {
                CountOne(failures, run.ErrorType);
            }
        }

        return new ConnectorHealth(
            window,
            Bucket.Together(buckets).ToFigures(),
            MostFrequentFirst(statuses, status => status == NoStatus ? (int?)null : status),
            MostFrequentFirst(failures, failure => failure),
            [.. buckets.Select(bucket => bucket.ToFigures())]
        );
    }

    private const int NoStatus = 0;

    private static void CountOne<T>(Dictionary<T, int> counts, T what)
        where T : notnull => counts[what] = counts.GetValueOrDefault(what) + 1;

    private static IReadOnlyList<Tally<TShown>> MostFrequentFirst<T, TShown>(
        Dictionary<T, int> counts,
        Func<T, TShown> show
    )
        where T : notnull =>
        [
            .. counts
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Key)
                .Select(count => new Tally<TShown>(show(count.Key), count.Value)),
        ];

    private sealed class Bucket
    {
        private readonly List<int> latencies = [];
        private readonly List<int> sizes = [];
        private int runs;
        private int successes;

        public void Add(bool isSuccess, long? latencyMicroseconds, int? bytes)
        {
            runs++;
            successes += isSuccess ? 1 : 0;
            if (latencyMicroseconds is { } latency)
            {
                latencies.Add((int)Math.Min(latency, int.MaxValue));
            }

            if (bytes is { } size)
            {
                sizes.Add(size);
            }
        }

        public static Bucket Together(IReadOnlyList<Bucket> buckets)
        {
            var all = new Bucket();
            foreach (var bucket in buckets)
            {
                all.runs += bucket.runs;
                all.successes += bucket.successes;
                all.latencies.AddRange(bucket.latencies);
                all.sizes.AddRange(bucket.sizes);
            }

            return all;
        }

        public HealthFigures ToFigures() =>
            new(runs, successes, Percentiles.Of(latencies), Percentiles.Of(sizes));
    }
}
