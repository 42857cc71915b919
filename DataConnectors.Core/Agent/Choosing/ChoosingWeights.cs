using System.Globalization;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>What each kind of evidence counts. Fitted on cases, not written by hand: see docs/AGENT.md.</summary>
internal sealed class ChoosingWeights
{
    private const string Resource = "agent/weights.tsv";

    private static readonly Lazy<ChoosingWeights> Loaded = new(Load);

    private readonly double[] weights;

    /// <summary>Takes one weight for each kind of <see cref="Evidence"/>.</summary>
    public ChoosingWeights(double[] weights)
    {
        this.weights = weights;
    }

    /// <summary>The weights that ship.</summary>
    public static ChoosingWeights Shared => Loaded.Value;

    /// <summary>How well a connector fits, 0–1.</summary>
    public double Score(double[] evidence)
    {
        var sum = 0.0;
        for (var index = 0; index < weights.Length; index++)
        {
            sum += weights[index] * evidence[index];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static ChoosingWeights Load()
    {
        using var stream =
            typeof(ChoosingWeights).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of this build.");
        using var reader = new StreamReader(stream);
        var read = new double[Enum.GetValues<Evidence>().Length];
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var name, var weight])
            {
                read[(int)Enum.Parse<Evidence>(name)] = double.Parse(
                    weight,
                    CultureInfo.InvariantCulture
                );
            }
        }

        return new ChoosingWeights(read);
    }
}
