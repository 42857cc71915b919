using DataConnectors.Core.Agent.Choosing;

namespace DataConnectors.Benchmarks;

/// <summary>
/// Fits the weights of the evidence: a choice among the candidates and "none of them" (conditional logit with an outside option),
/// by the likelihood of what is right, with large weights held down. No chance in it: the same cases give the same weights.
/// </summary>
internal static class ChoosingFit
{
    private const int Steps = 250;
    private const double Rate = 0.1;
    private const double HeldDown = 0.003;
    private const int MostTaught = 8;

    // Set, not fitted. Admins write examples and exclusions on purpose, and too few cases have them to tell what they are worth; and
    // a change that nobody asked for is worse than a question that is not understood.
    private static readonly Dictionary<Evidence, double> Set = new()
    {
        [Evidence.Example] = 3,
        [Evidence.Excluded] = -2,
        [Evidence.ActionUnasked] = -0.8,
    };

    /// <summary>One situation with the evidence for each of its connectors.</summary>
    /// <param name="Evidence">For each connector, in the situation's order.</param>
    /// <param name="Expected">The one that fits; -1 for none.</param>
    public sealed record Example(IReadOnlyList<double[]> Evidence, int Expected);

    /// <summary>The weights, one for each kind of evidence.</summary>
    public static double[] Fit(IReadOnlyList<Example> examples)
    {
        var kinds = Enum.GetValues<Evidence>().Length;
        examples = [.. examples.Select(Nearest)];
        var scale = Scale(examples, kinds);
        var scaled = examples
            .Select(example =>
                example with
                {
                    Evidence =
                    [
                        .. example.Evidence.Select(evidence =>
                            evidence.Zip(scale, (value, by) => value / by).ToArray()
                        ),
                    ],
                }
            )
            .ToList();
        var weights = new double[kinds];
        foreach (var (kind, weight) in Set)
        {
            weights[(int)kind] = weight * scale[(int)kind];
        }

        var mean = new double[kinds];
        var square = new double[kinds];
        // What fits and what does not count alike, however many of each there are.
        var fitting = examples.Count(example => example.Expected >= 0);
        var importance = (Fitting: 0.5 / fitting, None: 0.5 / (examples.Count - fitting));
        for (var step = 1; step <= Steps; step++)
        {
            var slope = Slope(scaled, weights, importance);
            for (var kind = 0; kind < kinds; kind++)
            {
                if (Set.ContainsKey((Evidence)kind))
                {
                    continue;
                }

                var down = kind == (int)Evidence.Start ? 0 : HeldDown * weights[kind];
                var gradient = slope[kind] + down;
                mean[kind] = (0.9 * mean[kind]) + (0.1 * gradient);
                square[kind] = (0.999 * square[kind]) + (0.001 * gradient * gradient);
                weights[kind] -=
                    Rate
                    * (mean[kind] / (1 - Math.Pow(0.9, step)))
                    / (Math.Sqrt(square[kind] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        weights = [.. weights.Zip(scale, (weight, by) => weight / by)];
        return weights;
    }

    // Of many connectors those that have most to do with the message teach all there is to learn.
    private static Example Nearest(Example example)
    {
        var kept = Enumerable
            .Range(0, example.Evidence.Count)
            .OrderByDescending(at => at == example.Expected)
            .ThenByDescending(at =>
                example.Evidence[at][(int)Evidence.Meant]
                + example.Evidence[at][(int)Evidence.NameMeant]
                + example.Evidence[at][(int)Evidence.Nearness]
            )
            .Take(MostTaught)
            .ToList();
        return new Example(
            [.. kept.Select(at => example.Evidence[at])],
            example.Expected < 0 ? -1 : 0
        );
    }

    private static double[] Slope(
        IReadOnlyList<Example> examples,
        double[] weights,
        (double Fitting, double None) importance
    )
    {
        var slope = new double[weights.Length];
        foreach (var example in examples)
        {
            var odds = new double[example.Evidence.Count];
            for (var at = 0; at < odds.Length; at++)
            {
                var sum = 0.0;
                var evidence = example.Evidence[at];
                for (var kind = 0; kind < weights.Length; kind++)
                {
                    sum += weights[kind] * evidence[kind];
                }

                odds[at] = Math.Exp(Math.Clamp(sum, -30, 30));
            }

            var total = 1 + odds.Sum();
            for (var at = 0; at < odds.Length; at++)
            {
                var error =
                    ((odds[at] / total) - (at == example.Expected ? 1 : 0))
                    * (example.Expected < 0 ? importance.None : importance.Fitting);
                for (var kind = 0; kind < weights.Length; kind++)
                {
                    slope[kind] += error * example.Evidence[at][kind];
                }
            }
        }

        return slope;
    }

    private static double[] Scale(IReadOnlyList<Example> examples, int kinds)
    {
        var rows = examples.SelectMany(example => example.Evidence).ToList();
        return
        [
            .. Enumerable
                .Range(0, kinds)
                .Select(kind =>
                {
                    var mean = rows.Average(row => row[kind]);
                    var deviation = Math.Sqrt(
                        rows.Average(row => (row[kind] - mean) * (row[kind] - mean))
                    );
                    return deviation < 0.02 ? 1 : deviation;
                }),
        ];
    }
}
