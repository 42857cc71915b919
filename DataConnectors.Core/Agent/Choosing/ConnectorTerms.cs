using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>What a connector is about, for scoring: its words, each with how strongly the connector stands for it.</summary>
internal sealed partial class ConnectorTerms
{
    private const double NameWeight = 3;
    private const double DescriptionWeight = 1;
    private const double InputWeight = 0.3;

    private readonly Dictionary<string, double> strengths = new(StringComparer.Ordinal);
    private readonly HashSet<string> excluded;

    /// <summary>Reads a definition.</summary>
    public ConnectorTerms(ConnectorDefinition definition)
    {
        NameStems = Words.Stems(definition.Name);
        ActionStems = [.. NameStems.Where(ActionWords.NamesAnAction)];
        IsWrite = definition.Method.IsWrite();

        // "Do not use for refunds" speaks of refunds and means the opposite.
        var exclusions = Exclusion().Matches(definition.Description).Select(match => match.Value);
        var description = Exclusion().Replace(definition.Description, " ");
        excluded =
        [
            .. exclusions.SelectMany(Words.Stems).Except(NameStems, StringComparer.Ordinal),
        ];

        Add(NameStems, NameWeight / (0.7 + (0.15 * NameStems.Count)));
        var descriptionStems = Words.Stems(description);
        Add(
            descriptionStems,
            DescriptionWeight / Math.Max(1, 0.5 + (descriptionStems.Count / 24.0))
        );
        foreach (var input in definition.DataInputs)
        {
            Add(
                Words.Stems($"{input.Name} {input.Description}").Distinct(StringComparer.Ordinal),
                InputWeight
            );
        }
    }

    /// <summary>Stems of the name, in its order.</summary>
    public IReadOnlyList<string> NameStems { get; }

    /// <summary>Those of <see cref="NameStems"/> that say the connector changes something.</summary>
    public IReadOnlyList<string> ActionStems { get; }

    /// <summary>Whether a run changes something at the API.</summary>
    public bool IsWrite { get; }

    /// <summary>Whether the description says that the connector is not for this.</summary>
    public bool Excludes(string stem) => excluded.Contains(stem) && !strengths.ContainsKey(stem);

    /// <summary>How strongly the connector stands for a word or a relative of it: 0 not at all, towards 1 it is all about it.</summary>
    public double Match(string stem)
    {
        var best = Saturated(stem);
        foreach (var (related, nearness) in Synonyms.Of(stem))
        {
            best = Math.Max(best, nearness * Saturated(related));
        }

        return best;
    }

    // The saturation of BM25: the first mention counts most.
    private double Saturated(string stem) =>
        strengths.TryGetValue(stem, out var frequency) ? frequency / (frequency + 1) : 0;

    private void Add(IEnumerable<string> stems, double weight)
    {
        foreach (var stem in stems)
        {
            strengths[stem] = strengths.GetValueOrDefault(stem) + weight;
        }
    }

    [GeneratedRegex(
        @"\b(do not|don't|never|not to be) use[^.;!]*|\bnot (for|about|when|if)\b[^.;!,]*|\bexcept\b[^.;!,]*|\bunlike\b[^.;!,]*|\brather than\b[^.;!,]*|\binstead of\b[^.;!,]*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Exclusion();
}
