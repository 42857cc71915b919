using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>What a data input's name, description and example tell of its values.</summary>
internal sealed partial class InputTraits
{
    private static readonly FrozenSet<string> WeakNouns = Set(
        "id identifier number no nr code ref reference value key customer user client person input field text string name new date string "
            + "example format optional required requested"
    );

    private static readonly FrozenSet<string> IdentifierWords = Set(
        "id identifier number nr no code ref reference key sku tracking order invoice ticket booking serial isbn iban vin barcode product article "
            + "confirmation reservation policy claim case account employee contract shipment parcel transaction payment pnr uuid guid flight"
    );

    private static readonly FrozenSet<string> QuantityWords = Set(
        "quantity qty count amount how many pieces people guests seats nights days items persons adults children units copies tickets hours minutes years age limit"
    );

    private static readonly FrozenSet<string> PlaceWords = Set(
        "city town country location destination origin place airport region warehouse store branch station departure arrival"
    );

    private readonly HashSet<string> name;
    private readonly HashSet<string> all;

    /// <summary>Reads an input.</summary>
    public InputTraits(DataInput input)
    {
        Input = input;
        var nameWords = Words.Split(input.Name).Select(PorterStemmer.Stem).ToList();
        var descriptionWords = Words.Split(input.Description).Select(PorterStemmer.Stem).ToList();
        name = [.. nameWords];
        all = [.. nameWords, .. descriptionWords];
        Nouns = NounsOf(nameWords, Words.Stems(input.Description));
        Options = OptionsOf(input.Description);

        IsEmail = Has("email") || (Has("mail") && !Has("postal"));
        IsPhone = Has("phone") || Has("mobil") || name.Contains("tel") || Has("telephon");
        IsUrl = name.Contains("url") || Has("link") || Has("websit");
        IsDate =
            !IsEmail
            && (
                NameHas("date", "day", "birthdai", "dob", "birth", "deadlin")
                || Has("iso") && Has("date")
                || name.Contains("when")
            );
        IsPlace = name.Overlaps(PlaceWords) && !NameHas("id", "code", "number");
        IsPersonName =
            name.Contains("name")
            && !NameHas("product", "user", "item", "plan", "store", "citi", "compani", "file");
        IsCurrency = name.Contains("currenc") || (Has("currenc") && Has("code"));
        IsQuantity = name.Overlaps(QuantityWords);
        IsMoney = NameHas("price", "amount", "total", "budget", "cost", "sum");
        IsReason = NameHas("reason", "caus", "why");
        IsIdentifier =
            !IsEmail
            && !IsPhone
            && !IsUrl
            && !IsDate
            && !IsPlace
            && !IsCurrency
            && !IsQuantity
            && !IsReason
            && !IsPersonName
            && Options.Count == 0
            && (name.Overlaps(IdentifierWords) || all.Overlaps(CoreIdentifierWords));
        Shapes = ShapesOf(input);
    }

    private static readonly FrozenSet<string> CoreIdentifierWords = Set(
        "id identifier number code reference sku"
    );

    /// <summary>The input.</summary>
    public DataInput Input { get; }

    /// <summary>Stems of words that name the value in a message: "order" of <c>order_id</c>.</summary>
    public IReadOnlySet<string> Nouns { get; }

    /// <summary>The only values that the description allows, as written there; empty when it names none.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>The shapes that examples have: <c>AAA-9999</c>; empty when there is none.</summary>
    public IReadOnlyList<string> Shapes { get; }

    public bool IsEmail { get; }
    public bool IsPhone { get; }
    public bool IsUrl { get; }
    public bool IsDate { get; }
    public bool IsPlace { get; }
    public bool IsPersonName { get; }
    public bool IsCurrency { get; }
    public bool IsQuantity { get; }
    public bool IsMoney { get; }
    public bool IsReason { get; }
    public bool IsIdentifier { get; }

    /// <summary>Whether every example holds a digit, so that a value without one is no value.</summary>
    public bool NeedsDigit =>
        Shapes.Count > 0 && Shapes.All(shape => shape.Contains('9', StringComparison.Ordinal));

    /// <summary>Whether the value is whatever the person writes.</summary>
    public bool IsFreeText =>
        Input.Type == DataInputType.Text
        && !(
            IsEmail
            || IsPhone
            || IsUrl
            || IsDate
            || IsCurrency
            || IsIdentifier
            || IsQuantity
            || IsMoney
            || Options.Count > 0
        );

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

    /// <summary>The shape of a value: letters become A, digits 9, runs of digits of any length are alike.</summary>
    public static string ShapeOf(string value) =>
        Digits().Replace(Letters().Replace(value.TrimStart('#'), "A"), "9");

    private bool Has(string stem) => all.Contains(stem);

    private static HashSet<string> NounsOf(
        List<string> nameStems,
        IReadOnlyList<string> descriptionStems
    )
    {
        var strong = nameStems
            .Where(stem => !WeakNouns.Contains(stem))
            .ToHashSet(StringComparer.Ordinal);
        if (strong.Count > 0)
        {
            return strong;
        }

        // <c>id</c> alone says little; its description says of what.
        var described = descriptionStems.Where(stem => !WeakNouns.Contains(stem)).Take(3);
        return [.. nameStems, .. described];
    }

    private static List<string> OptionsOf(string description)
    {
        var match = OptionList().Match(description);
        if (!match.Success)
        {
            return [];
        }

        var options = OptionSeparator()
            .Split(match.Groups["v"].Value)
            .Select(option => option.Trim().Trim('"', '\'', '`', '“', '”', '.'))
            .Where(option => option.Length > 0)
            .ToList();
        return
            options.Count > 1
            && options.TrueForAll(option =>
                option.Length <= 30 && option.Count(char.IsWhiteSpace) <= 2
            )
            ? options
            : [];
    }

    private static List<string> ShapesOf(DataInput input)
    {
        var examples = ExampleInDescription()
            .Matches(input.Description)
            .Select(match => match.Groups["v"].Value)
            .ToList();
        if (!string.IsNullOrWhiteSpace(input.ExampleValue))
        {
            examples.Add(input.ExampleValue);
        }

        return
        [
            .. examples
                .Where(example => !example.Any(char.IsWhiteSpace))
                .Select(ShapeOf)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static FrozenSet<string> Set(string words) =>
        words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(PorterStemmer.Stem)
            .ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"\bone of:? (?<v>[^.;()]+)|\beither (?<v>[^.;()]+ or [^.;(),]+)|\((?<v>[\p{L}\p{N} _\-]+(?:, ?[\p{L}\p{N} _\-]+)*,? or [\p{L}\p{N} _\-]+)\)|(?<v>[\p{L}\p{N}_\-]+(?: ?\| ?[\p{L}\p{N}_\-]+)+)|\((?<v>[\p{L}_\-]+(?: ?/ ?[\p{L}_\-]+)+)\)",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OptionList();

    [GeneratedRegex(
        @"\s*(?:,\s*(?:or|and)\s+|,|\||/|\s+or\s+|\s+and\s+)\s*",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OptionSeparator();

    [GeneratedRegex(
        @"(?:e\.g\.|for example|for instance|such as|like|example:?|ex\.)[\s,:]*[""'“`]?(?<v>#?[\p{L}\p{N}]+(?:[\-_/][\p{L}\p{N}]+)*)",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex ExampleInDescription();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
