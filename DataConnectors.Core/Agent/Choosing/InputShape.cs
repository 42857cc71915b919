using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>What the value of an input looks like.</summary>
internal enum ValueLook
{
    /// <summary>Anything.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An email address.</summary>
    Email,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A day or a time.</summary>
    Date,

    /// <summary>Letters with digits, as an example shows.</summary>
    Code,

    /// <summary>The name of a place, a person or a thing.</summary>
    Name,

    /// <summary>Yes or no.</summary>
    Switch,
}

/// <summary>What the value of an input looks like, and which word a message would name it by.</summary>
/// <param name="Look">Its look.</param>
/// <param name="IsPosition">Whether it is a latitude or longitude.</param>
/// <param name="Shapes">The shapes of its examples: <c>AAA-9999</c> is "A-9".</param>
/// <param name="Names">The words of its name that tell something.</param>
internal sealed partial record InputShape(
    ValueLook Look,
    bool IsPosition,
    IReadOnlyList<string> Shapes,
    IReadOnlyList<Term> Names
)
{
    /// <summary>Reads an input.</summary>
    public static InputShape Of(DataInput input)
    {
        var names = Words.Split(input.Name);
        var all = string.Join(' ', names) + " " + Words.Fold(input.Description);
        var isPosition = names.Any(name =>
            name.StartsWith("lat", StringComparison.Ordinal)
            || name.StartsWith("lon", StringComparison.Ordinal)
            || name.StartsWith("lng", StringComparison.Ordinal)
        );
        var shapes = ShapesOf(input);
        return new InputShape(
            LookOf(input.Type, names, all, shapes),
            isPosition && input.Type is not DataInputType.Boolean,
            shapes,
            [
                .. names
                    .Where(name => !StopWords.Contains(name) && !name.Any(char.IsDigit))
                    .Select(Term.Of),
            ]
        );
    }

    /// <summary>The shape of a value: letters become A, digits 9, runs of either are alike.</summary>
    public static string ShapeOf(string value) =>
        Digits().Replace(Letters().Replace(value, "A"), "9");

    private static ValueLook LookOf(
        DataInputType type,
        IReadOnlyList<string> names,
        string all,
        IReadOnlyList<string> shapes
    ) =>
        type switch
        {
            DataInputType.Number or DataInputType.Decimal => ValueLook.Number,
            DataInputType.Boolean => ValueLook.Switch,
            _ when EmailWords().IsMatch(all) => ValueLook.Email,
            _ when UrlWords().IsMatch(string.Join(' ', names)) => ValueLook.Url,
            _ when DateWords().IsMatch(string.Join(' ', names)) => ValueLook.Date,
            _ when shapes.Any(shape => shape.Contains('9', StringComparison.Ordinal)) =>
                ValueLook.Code,
            _ when CodeWords().IsMatch(string.Join(' ', names)) => ValueLook.Code,
            _ when NameWords().IsMatch(string.Join(' ', names)) => ValueLook.Name,
            _ => ValueLook.Text,
        };

    private static List<string> ShapesOf(DataInput input)
    {
        var examples = Example()
            .Matches(input.Description)
            .Select(match => match.Groups["v"].Value);
        if (!string.IsNullOrWhiteSpace(input.ExampleValue))
        {
            examples = examples.Append(input.ExampleValue.Trim());
        }

        return
        [
            .. examples
                .Where(example => example.Any(char.IsDigit) && !example.Any(char.IsWhiteSpace))
                .Select(ShapeOf)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"\be-?mail\b", RegexOptions.None, 10_000)]
    private static partial Regex EmailWords();

    [GeneratedRegex(
        @"\b(id|number|code|reference|ref|sku|key|vin|isbn|iban|plate|serial|uuid|token|symbol|ticker)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"\b(url|link|website|uri)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex UrlWords();

    [GeneratedRegex(
        @"\b(date|day|time|month|deadline|birthday|birth|when|arrival|departure|datetime|check in|check out)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex DateWords();

    [GeneratedRegex(
        @"\b(name|city|country|location|place|region|state|county|company|team|player|artist|person|author|title|destination|origin|station|airport|street|address|brand|symbol|town)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex NameWords();

    [GeneratedRegex(
        @"(?:e\.g\.|for example|for instance|such as|like|example:?)[\s,:]*[""'“`]?(?<v>#?[\p{L}\p{N}]+(?:[\-_/:.][\p{L}\p{N}]+)*)",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Example();

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, 10_000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\d+", RegexOptions.None, 10_000)]
    private static partial Regex Digits();
}
