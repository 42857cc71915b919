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

    /// <summary>One situation with the evidence for each of its connectors.</summary>
    /// <param name="Evidence">For each connector, in the situation's order.</param>
    /// <param name="Expected">The one that fits; -1 for none.</param>
    /// <param name="Importance">How much it counts.</param>
    public sealed record Example(IReadOnlyList<double[]> Evidence, int Expected, double Importance);

    /// <summary>The weights, one for each kind of evidence.</summary>
    public static double[] Fit(IReadOnlyList<Example> examples)
    {
        var kinds = Enum.GetValues<Evidence>().Length;
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
        var mean = new double[kinds];
        var square = new double[kinds];
        var all = examples.Sum(example => example.Importance);
        for (var step = 1; step <= Steps; step++)
        {
            var slope = Slope(scaled, weights);
            for (var kind = 0; kind < kinds; kind++)
            {
                var down = kind == (int)Evidence.Start ? 0 : HeldDown * weights[kind];
                var gradient = (slope[kind] / all) + down;
                mean[kind] = (0.9 * mean[kind]) + (0.1 * gradient);
                square[kind] = (0.999 * square[kind]) + (0.001 * gradient * gradient);
                weights[kind] -=
                    Rate
                    * (mean[kind] / (1 - Math.Pow(0.9, step)))
                    / (Math.Sqrt(square[kind] / (1 - Math.Pow(0.999, step))) + 1e-8);
            }
        }

        return [.. weights.Zip(scale, (weight, by) => weight / by)];
    }

    private static double[] Slope(IReadOnlyList<Example> examples, double[] weights)
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
                var error = ((odds[at] / total) - (at == example.Expected ? 1 : 0)) * example.Importance;
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
                    var deviation = Math.Sqrt(rows.Average(row => (row[kind] - mean) * (row[kind] - mean)));
                    return deviation < 0.02 ? 1 : deviation;
                }),
        ];
    }
}
