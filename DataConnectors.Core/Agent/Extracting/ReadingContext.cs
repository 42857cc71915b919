using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>One message read for one connector: what every reading of a value may look at.</summary>
internal sealed class ReadingContext
{
    private readonly Dictionary<string, int> sharing = new(StringComparer.Ordinal);
    private readonly HashSet<string> subject;
    private readonly HashSet<string> connectorWords;

    /// <summary>Brings a message and the inputs together.</summary>
    public ReadingContext(
        PreparedMessage message,
        IReadOnlyList<InputTraits> inputs,
        IReadOnlyList<string> subject,
        DateOnly? today
    )
    {
        Message = message;
        Inputs = inputs;
        Today = today;
        connectorWords = [.. subject];
        this.subject = [.. subject];
        foreach (var traits in inputs)
        {
            foreach (var stem in traits.Weights.Keys)
            {
                sharing[stem] = sharing.GetValueOrDefault(stem) + 1;
            }

            this.subject.UnionWith(traits.Nouns);
            this.subject.UnionWith(traits.DescriptionStems);
        }
    }

    /// <summary>The message.</summary>
    public PreparedMessage Message { get; }

    /// <summary>All inputs that Fin collects.</summary>
    public IReadOnlyList<InputTraits> Inputs { get; }

    /// <summary>The present day, when it is known.</summary>
    public DateOnly? Today { get; }

    /// <summary>Whether the stem is what the connector is about, and no value.</summary>
    public bool IsSubject(string stem) => subject.Contains(stem);

    /// <summary>Whether the stem stands in the connector's own name or description.</summary>
    public bool IsConnectorWord(string stem) => connectorWords.Contains(stem);

    /// <summary>The stems that speak for an input among these inputs: a word that several share says little.</summary>
    public IReadOnlyDictionary<string, double> WeightsOf(InputTraits traits) =>
        Inputs.Count == 1
            ? traits.Weights
            : traits.Weights.ToDictionary(
                pair => pair.Key,
                pair =>
                    pair.Value
                    / (
                        pair.Value >= 1
                            ? Inputs.Count(other => other.Nouns.Contains(pair.Key))
                            : sharing[pair.Key]
                    ),
                StringComparer.Ordinal
            );

    /// <summary>Everything in the message that may be the value of an input.</summary>
    public IEnumerable<Proposal> Propose(InputTraits traits)
    {
        var weights = WeightsOf(traits);
        return traits.Input.Type switch
        {
            DataInputType.Boolean => Mentions.OfSwitch(this, traits) is { } isOn
                ? [new Proposal(0, 0, isOn ? "true" : "false", Sureness.ForCorrection)]
                : [],
            DataInputType.Number or DataInputType.Decimal => Numbers(traits, weights),
            _ => TextFit.Propose(this, traits, weights),
        };
    }

    private IEnumerable<Proposal> Numbers(
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var named = Coefficients.Propose(this, traits);
        if (traits.Options.Count > 0)
        {
            named = named.Concat(OptionFit.Propose(this, traits, weights));
        }

        foreach (var proposal in named)
        {
            if (TypedText.Normalize(traits.Input.Type, proposal.Value) is { } value)
            {
                yield return proposal with
                {
                    Value = value,
                };
            }
        }

        foreach (var span in Message.Spans)
        {
            if (NumberFit.Of(this, span, traits, weights) is { } fit)
            {
                // The parts of one date or time go to several inputs.
                var end = span.Kind == SpanKind.Number ? span.End : span.Start;
                yield return new Proposal(span.Start, end, fit.Value, fit.Score);
            }
        }
    }
}
