using DataConnectors.Core.Egress;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>A definition under judgement with what several facets ask of it, each worked out once.</summary>
internal sealed class RuleSubject
{
    public RuleSubject(
        ConnectorDefinition definition,
        ConnectorRuleContext context,
        EgressGuard guard
    )
    {
        Definition = definition;
        Context = context;
        Url = UrlTemplate.Parse(definition.Url);
        HeaderValues = [.. definition.Headers.Select(header => HeaderTemplate.Parse(header.Value))];
        Body =
            definition.Method == RequestMethod.Get
                ? null
                : BodyTemplate.Parse(definition.Body, definition.BodyFormat);
        Placeholders = new PlaceholderNames(definition.DataInputs, context.Attributes);
        Destination = Url.Render(AnyValue.Instance).TryGet(out var sample, out _)
            ? guard.Judge(sample)
            : null;
    }

    public ConnectorDefinition Definition { get; }

    public ConnectorRuleContext Context { get; }

    public UrlTemplate Url { get; }

    /// <summary>The header values, in the order of the headers.</summary>
    public IReadOnlyList<HeaderTemplate> HeaderValues { get; }

    /// <summary>The body; null where the method sends none.</summary>
    public BodyTemplate? Body { get; }

    /// <summary>What placeholders may name.</summary>
    public PlaceholderNames Placeholders { get; }

    /// <summary>What the guard of outgoing calls says of the URL; null while the template itself has problems.</summary>
    public EgressDecision? Destination { get; }

    /// <summary>Every placeholder that a call fills in.</summary>
    public IEnumerable<Placeholder> UsedPlaceholders =>
        [
            .. Url.Placeholders,
            .. HeaderValues.SelectMany(value => value.Placeholders),
            .. Body?.Placeholders ?? [],
        ];

    /// <summary>Stands in for every value: where a call goes does not depend on values, so any harmless one will do.</summary>
    private sealed class AnyValue : ITemplateValues
    {
        public static readonly AnyValue Instance = new();

        public bool TryGet(string name, out TemplateValue value)
        {
            value = TemplateValue.Text("1");
            return true;
        }
    }
}
