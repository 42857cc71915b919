using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Where a connector has a word.</summary>
[Flags]
internal enum TermPlace
{
    None = 0,
    Name = 1,
    Description = 2,
    Input = 4,
    Example = 8,
}

/// <summary>A word of a connector.</summary>
/// <param name="Term">The word.</param>
/// <param name="Places">Where it stands.</param>
internal sealed record ConnectorTerm(Term Term, TermPlace Places);

/// <summary>What a connector is about, in the form that messages are held against. Read once for each definition.</summary>
internal sealed partial class ConnectorTerms
{
    // A description may be long and an input's description longer; what matters stands first.
    private const int MostTerms = 120;

    // Live definitions are shared instances: each is read once, and forgotten with its version.
    private static readonly ConditionalWeakTable<ConnectorDefinition, ConnectorTerms> Known = [];

    private readonly HashSet<string> excluded;

    private ConnectorTerms(ConnectorDefinition definition)
    {
        var name = Words.Split(definition.Name);
        NameStems = [.. name.Where(Tells).Select(PorterStemmer.Stem)];
        ActionStems =
        [
            .. NameStems.Where(
                (stem, index) =>
                    index == 0
                        ? ActionWords.Of(stem) != ActionKinds.None
                        : ActionWords.NamesAnAction(stem)
            ),
        ];
        IsWrite = definition.Method.IsWrite();

        // "Do not use for refunds" speaks of refunds and means the opposite.
        var exclusions = Exclusion().Matches(definition.Description).Select(match => match.Value);
        excluded =
        [
            .. exclusions.SelectMany(Words.Stems).Except(NameStems, StringComparer.Ordinal),
        ];
        var description = Exclusion().Replace(definition.Description, " ");
        Examples =
        [
            .. ExampleQuestion()
                .Matches(description)
                .Select(match => Words.Stems(match.Value).ToHashSet(StringComparer.Ordinal))
                .Where(example => example.Count > 0),
        ];
        var described = Words.Split(
            description.Replace("e-mail", "email", StringComparison.OrdinalIgnoreCase)
        );
        Abbreviations = new Abbreviations([.. name, .. described]);
        Pairs = PairsOf(name).Concat(PairsOf(described)).ToHashSet();

        var collected = definition
            .DataInputs.Where(input => input.Source == DataInputSource.FinCollects)
            .ToList();
        RequiredInputs = ShapesOf(collected.Where(input => input.IsRequired));
        OptionalInputs = ShapesOf(collected.Where(input => !input.IsRequired));

        var places = new Dictionary<string, TermPlace>(StringComparer.Ordinal);
        Add(places, name, TermPlace.Name);
        Add(places, described, TermPlace.Description);
        Add(places, Examples.SelectMany(example => example), TermPlace.Example);
        foreach (var input in definition.DataInputs)
        {
            Add(places, Words.Split(input.Name), TermPlace.Input);
            Add(places, Words.Split(input.Description), TermPlace.Input);
        }

        Actions = ActionWords.Of(
            [.. name.Select(PorterStemmer.Stem)],
            described.Count > 0 ? PorterStemmer.Stem(described[0]) : ""
        );
        var first = NameStems.Count > 0 ? ActionWords.Of(NameStems[0]) : ActionKinds.None;
        LeadingAction =
            first != ActionKinds.None ? first
            : described.Count > 0 ? ActionWords.Of(PorterStemmer.Stem(described[0]))
            : ActionKinds.None;
        Terms =
        [
            .. places
                .Take(MostTerms)
                .Select(pair => new ConnectorTerm(Term.Of(pair.Key), pair.Value)),
        ];
        Direction = Directions.Of(
            Terms
                .Where(term =>
                    (term.Places & (TermPlace.Name | TermPlace.Description)) != TermPlace.None
                )
                .Select(term => (term.Term, term.Places.HasFlag(TermPlace.Name) ? 2.0 : 1.0))
        );
    }

    /// <summary>Its words, each once.</summary>
    public IReadOnlyList<ConnectorTerm> Terms { get; }

    /// <summary>Stems of the name, in its order.</summary>
    public IReadOnlyList<string> NameStems { get; }

    /// <summary>Those of <see cref="NameStems"/> that say the connector changes something.</summary>
    public IReadOnlyList<string> ActionStems { get; }

    /// <summary>The kinds of action that it stands for.</summary>
    public ActionKinds Actions { get; }

    /// <summary>The kind of action that its name or else its description begins with.</summary>
    public ActionKinds LeadingAction { get; }

    /// <summary>Whether a run changes something at the API.</summary>
    public bool IsWrite { get; }

    /// <summary>What the inputs that a run needs look like.</summary>
    public IReadOnlyList<InputShape> RequiredInputs { get; }

    /// <summary>What the inputs that a run does without look like.</summary>
    public IReadOnlyList<InputShape> OptionalInputs { get; }

    /// <summary>The stems of each question that the description quotes as an example.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Examples { get; }

    /// <summary>What neighbouring words of name and description abbreviate to.</summary>
    public Abbreviations Abbreviations { get; }

    /// <summary>Pairs of neighbouring stems in name or description.</summary>
    public IReadOnlySet<(string, string)> Pairs { get; }

    /// <summary>What name and description are about as a whole; of length 1, or empty when no word is known.</summary>
    public float[] Direction { get; }

    /// <summary>The terms of a definition.</summary>
    public static ConnectorTerms Of(ConnectorDefinition definition) =>
        Known.GetValue(definition, static definition => new ConnectorTerms(definition));

    /// <summary>Whether the description says that the connector is not for this.</summary>
    public bool Excludes(string stem) => excluded.Contains(stem);

    // An input that takes anything takes what the others leave.
    private static List<InputShape> ShapesOf(IEnumerable<DataInput> inputs) =>
        [.. inputs.Select(InputShape.Of).OrderBy(shape => shape.Look == ValueLook.Text)];

    private static bool Tells(string word) =>
        !StopWords.Contains(word) && !word.Any(char.IsDigit) && word.Length > 1;

    private static IEnumerable<(string, string)> PairsOf(IReadOnlyList<string> words)
    {
        var stems = words.Select(PorterStemmer.Stem).ToList();
        return stems.Zip(stems.Skip(1));
    }

    private static void Add(
        Dictionary<string, TermPlace> places,
        IEnumerable<string> words,
        TermPlace place
    )
    {
        foreach (var word in words.Where(Tells))
        {
            places[word] = places.GetValueOrDefault(word) | place;
        }
    }

    [GeneratedRegex(
        @"\b(do not|don't|never|not to be) use[^.;!]*|\bnot (for|about|when|if)\b[^.;!,]*|\bexcept\b[^.;!,]*|\bunlike\b[^.;!,]*|\brather than\b[^.;!,]*|\binstead of\b[^.;!,]*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Exclusion();

    [GeneratedRegex(
        @"[""“][^""“”]{4,200}[""”]|(?<![\p{L}\p{N}])['‘][^'‘’]{4,200}['’?](?![\p{L}\p{N}])",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex ExampleQuestion();
}
