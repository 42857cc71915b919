using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds the values of data inputs in a message.</summary>
internal static class InputExtractor
{
    private const double Enough = 3;
    private const double Sure = 6;

    /// <summary>
    /// Values by input name, each in the form of its type. One piece of the message serves one input. Inputs that Fin does not
    /// collect, or that the message says nothing of, are absent.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Extract(
        string message,
        IReadOnlyList<DataInput> inputs
    ) =>
        Assign(Propose(message, inputs), Enough)
            .ToDictionary(
                proposal => proposal.Input.Name,
                proposal => proposal.Value,
                StringComparer.Ordinal
            );

    /// <summary>
    /// Values that the message labels with the input's own noun or that have its very format: sure enough to replace what was
    /// collected before.
    /// </summary>
    public static IReadOnlyDictionary<string, string> ExtractSure(
        string message,
        IReadOnlyList<DataInput> inputs
    ) =>
        Assign(Propose(message, inputs), Sure)
            .ToDictionary(
                proposal => proposal.Input.Name,
                proposal => proposal.Value,
                StringComparer.Ordinal
            );

    /// <summary>Whether the message holds a value in the format of a required input that Fin collects.</summary>
    public static bool HasFittingValue(string message, IReadOnlyList<DataInput> inputs) =>
        Propose(message, inputs)
            .Any(proposal => proposal.Input.IsRequired && proposal.Score >= Sure + 1);

    private static List<Proposal> Propose(string message, IReadOnlyList<DataInput> inputs)
    {
        var collected = inputs
            .Where(input => input.Source == DataInputSource.FinCollects && input.Name.Length > 0)
            .ToList();
        if (collected.Count == 0)
        {
            return [];
        }

        var tokens = MessageTokens.Of(message);
        var spans = ValueSpans.Find(message);
        var proposals = new List<Proposal>();
        foreach (var traits in collected.Select(input => new InputTraits(input)))
        {
            if (traits.Input.Type == DataInputType.Boolean)
            {
                if (Mentions.OfSwitch(tokens, traits) is { } isOn)
                {
                    // A switch is read from words that may also name something else, so it claims no piece of the message.
                    var nowhere = new ValueSpan(0, 0, SpanKind.Words, isOn ? "true" : "false");
                    proposals.Add(new Proposal(traits.Input, nowhere, nowhere.Text, Sure));
                }

                continue;
            }

            var found = spans
                .Select(span => (Span: span, Score: SpanFit.Score(span, tokens, traits)))
                .Concat(
                    traits.Input.Type == DataInputType.Text
                        ? WordValues.Find(message, tokens, traits)
                        : []
                );
            foreach (var (span, score) in found.Where(pair => pair.Score > 0))
            {
                if (TypedText.Normalize(traits.Input.Type, ValueOf(span, traits)) is { } value)
                {
                    proposals.Add(new Proposal(traits.Input, span, value, score));
                }
            }
        }

        return proposals;
    }

    // An example that begins with # says that the sign belongs to the value.
    private static string ValueOf(ValueSpan span, InputTraits traits) =>
        span.Kind is SpanKind.Identifier or SpanKind.Integer
        && traits.Input.Type == DataInputType.Text
        && traits.Input.ExampleValue?.StartsWith('#') == true
            ? "#" + span.Text
            : span.Text;

    private static List<Proposal> Assign(List<Proposal> proposals, double least)
    {
        var assigned = new List<Proposal>();
        foreach (
            var proposal in proposals
                .Where(proposal => proposal.Score >= least)
                .OrderByDescending(proposal => proposal.Score)
                .ThenByDescending(proposal => proposal.Input.IsRequired)
                .ThenBy(proposal => proposal.Span.Start)
                .ThenByDescending(proposal => proposal.Span.Length)
        )
        {
            var isFree = assigned.TrueForAll(other =>
                !string.Equals(other.Input.Name, proposal.Input.Name, StringComparison.Ordinal)
                && !other.Span.Overlaps(proposal.Span)
            );
            if (isFree)
            {
                assigned.Add(proposal);
            }
        }

        return assigned;
    }

    private sealed record Proposal(DataInput Input, ValueSpan Span, string Value, double Score);
}
