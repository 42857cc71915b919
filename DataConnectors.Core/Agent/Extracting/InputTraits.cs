using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>What a data input's name, description and example tell of its values.</summary>
internal sealed partial class InputTraits
{
    private const double OfName = 1;
    private const double OfRelative = 0.7;
    private const double OfDescription = 0.45;

    private static readonly ConditionalWeakTable<DataInput, InputTraits> Known = [];

    private static readonly FrozenSet<string> WeakNouns = Set(
        "id identifier number no nr num code ref reference value key customer user client input field text string name new date string "
            + "example format optional required requested desired given specific want wanted default whether be should such as want used use e g eg etc one two type kind "
            + "return provide get for to from of the a in is has are if"
    );

    private static readonly FrozenSet<string> IdentifierWords = Set(
        "id identifier number nr no code ref reference sku tracking invoice ticket booking serial isbn iban vin barcode "
            + "confirmation reservation policy claim case account shipment parcel transaction pnr uuid guid order"
    );

    private static readonly FrozenSet<string> StrongIdentifierWords = Set(
        "id identifier sku tracking serial isbn iban vin barcode pnr uuid guid number nr code postcode zip zipcode plate imei iccid"
    );

    private static readonly FrozenSet<string> QuantityWords = Set(
        "quantity qty count amount how many pieces people guests seats nights days items persons adults children units copies tickets hours minutes years age limit"
    );

    private readonly FrozenSet<string> name;
    private readonly FrozenSet<string> all;

    /// <summary>Reads an input.</summary>
    public InputTraits(DataInput input)
    {
        Input = input;
        var description = input.Description;
        NameStems = [.. Words.Split(input.Name).SelectMany(Parted).Select(PorterStemmer.Stem)];
        var descriptionWords = Words.Split(description).Select(PorterStemmer.Stem).ToList();
        name = NameStems.ToFrozenSet(StringComparer.Ordinal);
        all = NameStems.Concat(descriptionWords).ToFrozenSet(StringComparer.Ordinal);
        Examples =
        [
            .. DescribedValues.ExamplesOf(description),
            .. string.IsNullOrWhiteSpace(input.ExampleValue) ? (string[])[] : [input.ExampleValue],
        ];
        Options = input.Type == DataInputType.Boolean ? [] : DescribedValues.OptionsOf(description);
        if (Options.Any(option => FormatLetters().IsMatch(option)))
        {
            Options = [];
        }

        OptionStems =
        [
            .. Options
                .Where(option => !option.Contains(' ', StringComparison.Ordinal))
                .Select(option => Words.Fold(option))
                .Where(option => option.Length > 2 && !FunctionWords.IsFrame(option))
                .Select(PorterStemmer.Stem),
        ];
        Shapes = ShapesOf(Examples);
        Format = ValueFormat.Of(description + " " + input.ExampleValue);
        var noteless = Aside().Replace(description, "");
        DescriptionStems = [.. Words.Stems(noteless).Where(stem => !WeakNouns.Contains(stem))];
        Nouns = NounsOf(NameStems, DescriptionStems);
        Role = RoleOf();
        (Unit, Dimension) = MeasuresOf(input, noteless);
        IsList = ListWords().IsMatch(description);
        IsFraction =
            FractionWords().IsMatch(description)
            && !description.Contains("decimal places", StringComparison.OrdinalIgnoreCase);
        WantsCode =
            CodeWords().IsMatch(description)
            || name.Contains("code")
            || Examples.Any(example => ShortCode().IsMatch(example));
        Meaning = input.Type == DataInputType.Text ? MeaningOf(noteless) : Meaning.Generic;
        Kind = KindOf();
        Weights = WeightsOf();
    }

    /// <summary>The input.</summary>
    public DataInput Input { get; }

    /// <summary>The stems of the name's words, in order.</summary>
    public IReadOnlyList<string> NameStems { get; }

    /// <summary>The stems of the description's words that carry meaning.</summary>
    public IReadOnlyList<string> DescriptionStems { get; }

    /// <summary>Stems of words that name the value in a message: "order" of <c>order_id</c>.</summary>
    public IReadOnlySet<string> Nouns { get; }

    /// <summary>Stems that speak for this input when they stand at a value, each with how loudly, 0–1.</summary>
    public FrozenDictionary<string, double> Weights { get; }

    /// <summary>The only values that the description allows, as written there; empty when it names none.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>The stems of the options that are one word.</summary>
    public IReadOnlyList<string> OptionStems { get; }

    /// <summary>Values that the description gives as examples.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>The shapes that examples have: <c>AAA-9999</c>; empty when there is none.</summary>
    public IReadOnlyList<string> Shapes { get; }

    /// <summary>How dates and times are to be written.</summary>
    public ValueFormat Format { get; }

    /// <summary>What the values are.</summary>
    public Meaning Meaning { get; }

    /// <summary>The kinds of well-known words that its values are.</summary>
    public KnownKind Kind { get; }

    /// <summary>Which end of a pair it is.</summary>
    public PairRole Role { get; }

    /// <summary>The unit that the value is to be in; null when none is named.</summary>
    public MeasureUnit? Unit { get; }

    /// <summary>What a number measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>Whether the value is several, joined by commas.</summary>
    public bool IsList { get; }

    /// <summary>Whether 5% is 0.05 here.</summary>
    public bool IsFraction { get; }

    /// <summary>Whether a code is wanted instead of a name.</summary>
    public bool WantsCode { get; }

    public bool IsEmail => Meaning == Meaning.Email;
    public bool IsPhone => Meaning == Meaning.Phone;
    public bool IsUrl => Meaning == Meaning.Url;
    public bool IsIdentifier =>
        Meaning == Meaning.Identifier
        || (
            Input.Type == DataInputType.Number
            && name.Overlaps(IdentifierWords)
            && !name.Overlaps(QuantityWords)
            && Nouns.Count > 0
            && (NameStems[^1] is "id" or "number" or "code" or "ref")
            && NameStems.Count > 1
        );

    /// <summary>Whether every example holds a digit, so that a value without one is no value.</summary>
    public bool NeedsDigit =>
        Shapes.Count > 0 && Shapes.All(shape => shape.Contains('9', StringComparison.Ordinal));

    /// <summary>Whether the value is whatever the person writes.</summary>
    public bool IsFreeText =>
        Input.Type == DataInputType.Text
        && Options.Count == 0
        && Meaning
            is not (
                Meaning.Email
                or Meaning.Phone
                or Meaning.Url
                or Meaning.Date
                or Meaning.Time
                or Meaning.Currency
                or Meaning.Identifier
                or Meaning.Quantity
            );

    /// <summary>The traits of an input, read once for as long as the input lives.</summary>
    public static InputTraits Of(DataInput input) =>
        Known.GetValue(input, static input => new InputTraits(input));

    /// <summary>Whether the name holds the stem.</summary>
    public bool NameHas(params ReadOnlySpan<string> stems)
    {
        foreach (var stem in stems)
        {
            if (name.Contains(stem))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the name or the description holds the stem.</summary>
    public bool Has(string stem) => all.Contains(stem);

    /// <summary>The shape of a value: letters become A, digits 9, runs of any length are alike.</summary>
    public static string ShapeOf(string value) =>
        Digits().Replace(Letters().Replace(value.TrimStart('#'), "A"), "9");

    private Meaning MeaningOf(string description)
    {
        if (Has("email") || (Has("mail") && !Has("postal") && NameHas("mail")))
        {
            if (!NameHas("subject", "bodi", "messag", "text", "content", "titl"))
            {
                return Meaning.Email;
            }
        }

        var isPhone =
            NameHas("mobil", "tel", "telephon")
            || (
                NameHas("phone")
                && (NameStems.Count == 1 || Has("number") || Has("call") || Has("mobil"))
            )
            || (Has("phone") && Has("number"));
        if (isPhone)
        {
            return Meaning.Phone;
        }

        if (NameHas("url", "link", "websit", "uri") || (Has("url") && !NameHas("text", "titl")))
        {
            return Meaning.Url;
        }

        if (IsDateLike())
        {
            return Meaning.Date;
        }

        if (
            NameHas("time")
            && !NameHas("zone", "timezon", "period", "frame", "signatur", "unit", "rang", "span")
        )
        {
            return Has("date") && Format.Date is not null ? Meaning.Date : Meaning.Time;
        }

        if (Format is { Time: not null, Date: null } && !NameHas("format"))
        {
            return Meaning.Time;
        }

        var named = MeaningWords.Of(NameStems);
        if (
            IsCodeLike()
            && !IsList
            && named
                is not (
                    Meaning.Currency
                    or Meaning.Language
                    or Meaning.Country
                    or Meaning.State
                    or Meaning.Address
                )
        )
        {
            return Meaning.Identifier;
        }

        if (named != Meaning.Generic)
        {
            return named;
        }

        var described = MeaningWords.Of([
            .. Words.Split(description).Take(8).Select(PorterStemmer.Stem),
        ]);
        var first = MeaningWords.Of([.. DescriptionStems.Take(2)]);
        if (first is Meaning.Country or Meaning.City or Meaning.Place && Options.Count == 0)
        {
            return first;
        }

        return described
                is Meaning.Country
                    or Meaning.State
                    or Meaning.City
                    or Meaning.Place
                    or Meaning.Currency
                    or Meaning.Language
                    or Meaning.Person
                    or Meaning.Organization
            && MeaningWords.IsOpen(NameStems)
                ? described
            : MeaningWords.IsOpen(NameStems) && described == Meaning.Unit ? Meaning.Unit
            : Shapes.Count > 0 && NeedsDigit && Options.Count == 0 ? Meaning.Identifier
            : Meaning.Generic;
    }

    private bool IsCodeLike() =>
        Options.Count == 0
        && (
            name.Overlaps(StrongIdentifierWords)
            || (name.Overlaps(IdentifierWords) && Shapes.Count > 0 && NeedsDigit)
            || (
                NameStems.Count == 1
                && name.Overlaps(IdentifierWords)
                && NumberWord().IsMatch(Input.Description)
            )
        );

    private bool IsDateLike() =>
        !NameHas("timezon", "zone", "format", "updat")
        && (
            NameHas("date", "birthdai", "dob", "birth", "deadlin", "checkin", "checkout")
            || (NameHas("dai") && !Has("week") && !NameHas("week"))
            || (Format.Date is not null && !NameHas("format", "text", "messag"))
            || NameHas("when")
            || (
                NameHas("start", "end", "check", "depart", "departur", "return", "arriv")
                && Has("date")
            )
        );

    private KnownKind KindOf()
    {
        var kind = KnownKind.None;
        foreach (
            var stem in NameStems.Concat(
                NameStems.Any(MeaningWords.IsOpenWord) ? DescriptionStems.Take(4) : []
            )
        )
        {
            kind |= MeaningWords.KindOf(stem);
        }

        return kind
            | Meaning switch
            {
                Meaning.Country => KnownKind.Country,
                Meaning.State => KnownKind.State,
                Meaning.City => KnownKind.City,
                Meaning.Place => KnownKind.Place,
                Meaning.Language => KnownKind.Language,
                _ => KnownKind.None,
            };
    }

    private PairRole RoleOf() =>
        NameHas(
            "from",
            "start",
            "begin",
            "origin",
            "sourc",
            "departur",
            "depart",
            "min",
            "minimum",
            "lower",
            "low",
            "checkin",
            "pickup",
            "sender",
            "after",
            "sinc"
        )
        || (NameHas("check") && NameHas("in"))
        || (NameHas("base") && NameHas("currenc"))
            ? PairRole.Start
        : NameHas(
            "to",
            "end",
            "destin",
            "target",
            "arriv",
            "max",
            "maximum",
            "upper",
            "high",
            "checkout",
            "until",
            "stop",
            "finish",
            "recipient",
            "before",
            "budget",
            "dropoff"
        )
        || (NameHas("check") && NameHas("out"))
        || (NameHas("return") && Has("date"))
            ? PairRole.End
        : PairRole.None;

    private (MeasureUnit? Unit, Dimension Dimension) MeasuresOf(DataInput input, string description)
    {
        if (input.Type == DataInputType.Boolean)
        {
            return (null, Dimension.None);
        }

        // "compounds_per_year" counts no years.
        var nameWords = Words.Split(input.Name).TakeWhile(word => word is not "per").ToList();
        var named = nameWords
            // "min_price" is no minute, "second_number" no second.
            .Where(
                (word, index) =>
                    word is not "second" && (word.Length > 3 || index == nameWords.Count - 1)
            )
            .Select(MeasureUnits.Of)
            .LastOrDefault(unit => unit is { Name.Length: > 1 });
        MeasureUnit? described = null;
        foreach (Match match in DescribedUnit().Matches(description))
        {
            var position = match.Groups["v"].Index;
            var folded = description.ToLowerInvariant();
            if (
                MeasureUnits.At(folded, position) is { Unit.Dimension: not Dimension.Generic } found
            )
            {
                described = found.Unit;
                break;
            }
        }

        var unit = named ?? described;
        var dimension = MeaningWords.DimensionOf([.. nameWords.Select(PorterStemmer.Stem)]);
        if (
            Has("percent")
            || Has("percentag")
            || PercentRange().IsMatch(description)
            || (dimension == Dimension.None && description.Contains('%', StringComparison.Ordinal))
        )
        {
            dimension = Dimension.Ratio;
        }
        else if (dimension == Dimension.None)
        {
            dimension = MeaningWords.DimensionOf([
                .. Words.Stems(PerUnit().Replace(description, "")).Take(5).Reverse(),
            ]);
        }

        return unit is null ? (null, dimension) : (unit, unit.Dimension);
    }

    private FrozenDictionary<string, double> WeightsOf()
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string stem, double weight) =>
            weights[stem] = Math.Max(weight, weights.GetValueOrDefault(stem));

        foreach (var stem in DescriptionStems)
        {
            Add(stem, OfDescription);
        }

        foreach (var noun in Nouns)
        {
            Add(noun, OfName);
            foreach (var relative in Relatives.Of(noun))
            {
                Add(relative, OfRelative);
            }
        }

        return weights.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static HashSet<string> NounsOf(
        IReadOnlyList<string> nameStems,
        IReadOnlyList<string> descriptionStems
    )
    {
        // "compounds_per_year" is about compounds.
        var strong = nameStems
            .TakeWhile((stem, index) => index == 0 || stem is not "per")
            .Where(stem =>
                (!WeakNouns.Contains(stem) && !(stem.Length == 1 && char.IsDigit(stem[0])))
                || (nameStems.Count == 1 && stem.Length == 1)
            )
            .ToHashSet(StringComparer.Ordinal);
        if (strong.Any(stem => stem.Length > 2))
        {
            return strong;
        }

        if (strong.Count > 0)
        {
            // "n" is the number of trials: people name it by what it is.
            return [.. strong, .. descriptionStems.Take(3)];
        }

        // <c>id</c> alone says little; its description says of what.
        return [.. nameStems, .. descriptionStems.Take(3)];
    }

    private static List<string> ShapesOf(IReadOnlyList<string> examples) =>
        [
            .. examples
                .Where(example =>
                    !example.Any(char.IsWhiteSpace)
                    && (
                        example.Any(char.IsDigit) || example.Contains('-', StringComparison.Ordinal)
                    )
                )
                .Select(ShapeOf)
                .Distinct(StringComparer.Ordinal),
        ];

    // "num1" is "num 1", "x1" stays.
    private static IEnumerable<string> Parted(string word) =>
        word.Length > 2 && char.IsDigit(word[^1]) && char.IsLetter(word[1])
            ? [word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), word[^1].ToString()]
            : [word];

    private static FrozenSet<string> Set(string words) =>
        words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(PorterStemmer.Stem)
            .ToFrozenSet(StringComparer.Ordinal);

    // Examples and defaults are no words that name the input.
    [GeneratedRegex(
        @"\(?(?:\be\.g\.|\bfor example\b|\bsuch as\b|\bdefaults?\b).*$|'[^']*'|""[^""]*""|[^,.;(]*\bby default\b|\b[YMDHSymdhs]{2,4}(?:[\-/:.][YMDHSymdhs]{2,4})+",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Aside();

    [GeneratedRegex(
        @"\bcomma[ -]separated|\blists?\b(?! price)|\barray\b|\bseparated by commas?",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex ListWords();

    [GeneratedRegex(
        @"\b(?:as a |in )?(?:decimal|fraction)\b|\bbetween 0 and 1\b|\b0(?:-| to )1\b|\b0\.\d+",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex FractionWords();

    [GeneratedRegex(
        @"\b(?:code|abbreviation|ISO|(?:two|three|2|3)-letter)\b",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"^(?:[A-Z]{2,3}|[a-z]{2})$", RegexOptions.None, 10_000)]
    private static partial Regex ShortCode();

    // "(MM/DD/YYYY)" lists no options.
    [GeneratedRegex(@"^(?:[Yy]{4}|[Mm]{2}|[Dd]{2}|[Hh]{2}|[Ss]{2})$", RegexOptions.None, 10_000)]
    private static partial Regex FormatLetters();

    [GeneratedRegex(@"\bnumber\b|\bid\b|\bcode\b", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex NumberWord();

    [GeneratedRegex(
        @"\b(?:in|of|measured in|how many|number of) (?<v>\p{L}[\p{L}/^°²]*)|\((?:in )?(?<v>[\p{L}°%][\p{L}/^²]*)|\bin (?<v>°\w)",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex DescribedUnit();

    [GeneratedRegex(@"\b0 ?(?:-|–|to) ?100\b", RegexOptions.None, 10_000)]
    private static partial Regex PercentRange();

    [GeneratedRegex(@"\b(?:per|times a|each) \p{L}+", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex PerUnit();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 10_000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\d+", RegexOptions.None, 10_000)]
    private static partial Regex Digits();
}
