using System.Diagnostics;
using System.Globalization;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Agent.Choosing;
using DataConnectors.Core.Connectors;
using DataConnectors.Tests.Core.Agent.Choosing;

namespace DataConnectors.Benchmarks;

/// <summary>How well Fin chooses on the published cases, and how fast; and the fitting of its weights.</summary>
internal static class AgentBenchmark
{
    private const string Cases = "DataConnectors.Tests/Core/Agent/Choosing/Cases";
    private const int Connectors = 500;
    private const int Seed = 17;
    private const int Folds = 7;

    /// <summary>Runs what the arguments say.</summary>
    public static int Run(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        switch (arguments)
        {
            case ["--distill", var embeddings, var wordNet, var output]:
                WordVectorDistiller.Run(embeddings, wordNet, output);
                return 0;
            case ["--fit", var output]:
                Fit(output);
                return 0;
            case ["--cross-validate", .. var rest]:
                CrossValidate(rest is ["--wrong"]);
                return 0;
            case ["--speed"]:
                MeasureSpeed();
                return 0;
            case []:
                var all = ChoosingDomain.ReadAll(Cases);
                ReportPublished("tuned on", all.Where(domain => !domain.Held));
                ReportPublished("held", all.Where(domain => domain.Held));
                MeasureSpeed();
                return 0;
            default:
                Console.Error.WriteLine(
                    "agent [--cross-validate [--wrong] | --speed | --fit <file> | --distill <embeddings> <wordnet> <file>]"
                );
                return 2;
        }
    }

    private static List<ChoosingDomain> Tuned() =>
        [.. ChoosingDomain.ReadAll(Cases).Where(domain => !domain.Held)];

    private static void Fit(string output)
    {
        var weights = ChoosingFit.Fit([
            .. Situations(Tuned()).Select(situation => situation.Example),
        ]);
        File.WriteAllLines(
            output,
            Enum.GetValues<Evidence>()
                .Select(kind =>
                    string.Create(CultureInfo.InvariantCulture, $"{kind}\t{weights[(int)kind]:F3}")
                )
        );
    }

    // Each domain is judged by weights that were fitted without it.
    private static void CrossValidate(bool showsWrong)
    {
        var domains = Tuned();
        var situations = Situations(domains).ToLookup(situation => situation.Situation.Domain);
        var judged = new List<Judged>();
        foreach (
            var fold in domains
                .Index()
                .GroupBy(pair => pair.Index % Folds, pair => pair.Item.Domain)
        )
        {
            var weights = new ChoosingWeights(
                ChoosingFit.Fit([
                    .. domains
                        .Where(domain => !fold.Contains(domain.Domain))
                        .SelectMany(domain => situations[domain.Domain])
                        .Select(situation => situation.Example),
                ])
            );
            judged.AddRange(
                fold.SelectMany(domain => situations[domain])
                    .Select(situation => Judge(situation, weights))
            );
        }

        foreach (
            var group in judged
                .GroupBy(one => one.Setting)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            Report($"left out, {group.Key}", [.. group]);
        }

        foreach (var threshold in new[] { 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65 })
        {
            Console.WriteLine(
                $"threshold {threshold:F2}: "
                    + string.Join(
                        "; ",
                        judged
                            .GroupBy(one => one.Setting)
                            .OrderBy(group => group.Key, StringComparer.Ordinal)
                            .Select(group =>
                                group.Key
                                + " "
                                + string.Join(
                                    "/",
                                    Enum.GetValues<CaseKind>()
                                        .Select(kind =>
                                            group.Where(one => one.Kind == kind).ToList()
                                        )
                                        .Select(some =>
                                            some.Count == 0
                                                ? "-"
                                                : $"{100.0 * some.Count(one => one.IsRightAt(threshold)) / some.Count:F0}"
                                        )
                                )
                            )
                    )
            );
        }

        if (showsWrong)
        {
            foreach (
                var one in judged.Where(one =>
                    one.Setting == AsPublished && !one.IsRightAt(ConnectorChooser.Threshold)
                )
            )
            {
                Console.WriteLine(one.Text);
            }
        }
    }

    private const string AsPublished = "as published";

    private static IEnumerable<Weighed> Situations(IReadOnlyList<ChoosingDomain> domains)
    {
        foreach (var domain in domains)
        {
            foreach (var situation in ChoosingSituation.AsPublished(domain))
            {
                yield return Weigh(situation, AsPublished);
            }

            foreach (var situation in ChoosingSituation.Varied(domain, domains, Seed))
            {
                yield return Weigh(
                    situation,
                    $"among {situation.Connectors.Count switch { 1 => "1", 2 => "2", < 10 => "3-4", _ => "40" }, 3}"
                );
            }
        }
    }

    private static Weighed Weigh(ChoosingSituation situation, string setting)
    {
        var evidence = Weighing.Of(
            MessageTerms.From(situation.Message),
            [.. situation.Connectors.Select(ConnectorTerms.Of)]
        );
        return new Weighed(
            situation,
            setting,
            new ChoosingFit.Example(evidence, situation.Expected)
        );
    }

    private static Judged Judge(Weighed weighed, ChoosingWeights weights)
    {
        var scores = weighed.Example.Evidence.Select(weights.Score).ToList();
        var best = scores.IndexOf(scores.Max());
        var situation = weighed.Situation;
        return new Judged(
            situation.Kind,
            weighed.Setting,
            best,
            scores[best],
            situation.Expected,
            Bm25.Best(situation.Message, situation.Connectors),
            $"{situation.Domain} {situation.Kind}: {situation.Message} | {(situation.Expected < 0 ? "none" : $"{situation.Connectors[situation.Expected].Name} {scores[situation.Expected]:F2}")} | {situation.Connectors[best].Name} {scores[best]:F2}"
        );
    }

    private static void ReportPublished(string title, IEnumerable<ChoosingDomain> domains)
    {
        var judged = domains
            .SelectMany(domain => ChoosingSituation.AsPublished(domain))
            .Select(situation => Judge(Weigh(situation, AsPublished), ChoosingWeights.Shared))
            .ToList();
        Report(title, judged);
    }

    private static void Report(string title, IReadOnlyList<Judged> judged)
    {
        foreach (var group in judged.GroupBy(one => one.Kind).OrderBy(group => group.Key))
        {
            double Percent(Func<Judged, bool> isTrue) =>
                100.0 * group.Count(isTrue) / group.Count();
            Console.WriteLine(
                $"{title, -24} {group.Key, -6} n={group.Count(), 4}  right {Percent(one => one.IsRightAt(ConnectorChooser.Threshold)), 5:F1} %  best is right {Percent(one => one.Best == one.Expected), 5:F1} %  BM25 {Percent(one => one.Bm25 == one.Expected), 5:F1} %{Plainly(group)}"
            );
        }
    }

    // Worded as the connector is: word for word it would be found too.
    private static string Plainly(IEnumerable<Judged> judged)
    {
        var plain = judged.Where(one => one.Expected >= 0 && one.Bm25 == one.Expected).ToList();
        return plain.Count == 0
            ? ""
            : $"  right where BM25 is {100.0 * plain.Count(one => one.IsRightAt(ConnectorChooser.Threshold)) / plain.Count, 5:F1} % of {plain.Count}";
    }

    private static void MeasureSpeed()
    {
        var all = ChoosingDomain.ReadAll(Cases);
        var published = all.SelectMany(domain => domain.Connectors).ToList();
        var connectors = Enumerable
            .Range(0, Connectors)
            .Select(index =>
                published[index % published.Count] with
                {
                    InternalDescription = $"{index}",
                }
            )
            .ToList();
        var candidates = ChoosingDomain.Candidates(connectors);
        var messages = all.SelectMany(domain => domain.Cases)
            .Select(@case => @case.Message)
            .ToList();
        var watch = Stopwatch.StartNew();
        ConnectorChooser.Rank(messages[0], candidates);
        var first = watch.Elapsed;
        foreach (var message in messages)
        {
            ConnectorChooser.Rank(message, candidates);
        }

        var times = new List<double>();
        var processor = Environment.CpuUsage.TotalTime;
        foreach (var message in messages.Concat(messages))
        {
            watch.Restart();
            ConnectorChooser.Rank(message, candidates);
            times.Add(watch.Elapsed.TotalMicroseconds);
        }

        processor = Environment.CpuUsage.TotalTime - processor;
        times.Sort();
        Console.WriteLine(
            $"among {Connectors} connectors: median {times[times.Count / 2]:F0} µs, p99 {times[times.Count * 99 / 100]:F0} µs, processor {processor.TotalMicroseconds / times.Count:F0} µs a message; first {first.TotalMilliseconds:F0} ms with reading the word vectors and every definition"
        );
    }

    private sealed record Weighed(
        ChoosingSituation Situation,
        string Setting,
        ChoosingFit.Example Example
    );

    private sealed record Judged(
        CaseKind Kind,
        string Setting,
        int Best,
        double Score,
        int Expected,
        int Bm25,
        string Text
    )
    {
        public bool IsRightAt(double threshold) => (Score >= threshold ? Best : -1) == Expected;
    }
}
