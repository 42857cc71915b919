using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Reads from a description which values it allows and which it gives as examples.</summary>
internal static partial class DescribedValues
{
    private const int MostOptions = 60;

    /// <summary>The only values that the description allows, as written there; empty when it names none.</summary>
    public static IReadOnlyList<string> OptionsOf(string description)
    {
        if (description.Length > 2000)
        {
            return [];
        }

        foreach (var pattern in (ReadOnlySpan<Regex>)[Announced(), QuotedOr(), Bare()])
        {
            foreach (Match match in pattern.Matches(description))
            {
                var options = SplitOptions(match.Groups["v"].Value);
                var isNaming =
                    ReferenceEquals(pattern, Bare())
                    && options.Exists(option => KindWord().IsMatch(option));
                if (options.Count > 1 && !isNaming)
                {
                    return options;
                }
            }
        }

        return [];
    }

    /// <summary>The values that the description gives as examples.</summary>
    public static IReadOnlyList<string> ExamplesOf(string description) =>
        [
            .. Examples()
                .Matches(description)
                .SelectMany(match => SplitExamples(match.Groups["v"].Value))
                .Where(example => example.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    private static List<string> SplitOptions(string list)
    {
        var options = OptionSeparator()
            .Split(DefaultNote().Replace(list, ""))
            .Select(Bared)
            .Where(option => option.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        // Long pieces are a sentence with commas, no list of values.
        // "City or neighbourhood" is prose: its capital is the sentence's.
        var isProse =
            options.Count == 2
            && !options[0].All(char.IsUpper)
            && char.IsUpper(options[0][0])
            && options[0].Length > 2
            && options.Skip(1).All(option => char.IsLower(option[0]));
        return
            !isProse
            && options.Count is > 1 and <= MostOptions
            && options.TrueForAll(option => option.Length <= 40 && option.Split(' ').Length <= 4)
            ? options
            : [];
    }

    private static IEnumerable<string> SplitExamples(string list) =>
        Quotes().Matches(list) is { Count: > 0 } quoted
            ? quoted.Select(match => match.Groups["v"].Value)
            :
            [
                Bared(list),
                .. list.Split([",", " or ", ";"], StringSplitOptions.None).Select(Bared),
            ];

    private static string Bared(string value) =>
        value
            .Trim()
            .Trim('"', '\'', '`', '“', '”', '‘', '’', '.', ':', '(', ')', '[', ']', '{', '}')
            .Trim();

    // "one of: a, b", "options: a, b or c", "can be 'a' or 'b'", "either a or b".
    [GeneratedRegex(
        @"\b(?:one of|options?(?: are| include)?|choices?(?: are| include)?|allowed(?: values)?(?: are)?|possible values(?: are| include)?|valid values(?: are| include)?|accepted values(?: are)?|values|must be|can be|could be|may be|should be|enum)(?: either| one of)?:? ?[\[({]?(?<v>(?:[""'“‘`]?[\p{L}\p{N}$][\p{L}\p{N} _\-$/+&]*[""'”’`]?)(?:(?:\s?,\s?(?:or |and )?|\s?\|\s?| or | and )[""'“‘`]?[\p{L}\p{N}$][\p{L}\p{N} _\-$/+&]*[""'”’`]?)+)|\beither (?<v>[^.;()]{1,60}? or [^.;(),]{1,40})",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Announced();

    // 'celsius' or 'fahrenheit'; "a", "b", "c" when no "e.g." stands before.
    [GeneratedRegex(
        @"(?<!(?:e\.g\.|such as|like|for example|example|eg|i\.e\.)[,:]?\s?)(?<v>[""'“‘`][\p{L}\p{N}][^""'”’`]{0,40}[""'”’`](?:(?:\s?,\s?(?:or |and )?|\s?/\s?|\s?\|\s?| or | and )[""'“‘`][^""'”’`]{1,40}[""'”’`])+)",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex QuotedOr();

    // "Cabin class: economy, premium or first", "(low/high)", "small, medium or large", "heat, cool or auto".
    [GeneratedRegex(
        @"(?:(?<=^|: )|(?<=\())(?<v>[\p{L}\p{N}$][\p{L}\p{N}_\-$]*(?: [\p{L}\p{N}_\-]+)?(?:, [\p{L}\p{N}$][\p{L}\p{N}_\-$]*(?: [\p{L}\p{N}_\-]+)?)*,? or [\p{L}\p{N}$][\p{L}\p{N}_\-$]*)(?=[.;)]|$)|(?:(?<=: )|(?<=\())(?<v>[\p{L}\p{N}$][\p{L}\p{N}_\-$]*(?:, [\p{L}\p{N}$][\p{L}\p{N}_\-$]*)+)(?=[.;)]|$)|(?<v>[\p{L}\p{N}_\-]+(?: ?\| ?[\p{L}\p{N}_\-]+)+)|\((?<v>[\p{L}_\-]+(?: ?/ ?[\p{L}_\-]+)+)\)",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Bare();

    // "The city, state or country" says what the value is, not which values there are.
    [GeneratedRegex(
        @"^(?:the|an?|your|its) |^(?:city|state|country|location|address|region|area|town|place|airport|station|number|id)$",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex KindWord();

    [GeneratedRegex(
        @"\s*(?:,\s*(?:or|and)\s+|,|\||/|\s+or\s+|\s+and\s+)\s*",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex OptionSeparator();

    [GeneratedRegex(@"\(?\bdefault\b.*$", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex DefaultNote();

    [GeneratedRegex(
        @"(?:\be\.g\.|\beg\b|\bfor example|\bfor instance|\bsuch as|\blike\b|\bexamples?\b:?|\bex\.|\bi\.e\.|\bdefaults?(?: value)?(?: is| to|:))[\s,:]*(?<v>(?:(?:""[^""]{1,60}""|'[^']{1,60}'|“[^”]{1,60}”|`[^`]{1,60}`)(?:\s?,?\s?(?:or |and )?))+|[^;()""'`]{1,80}?(?=\.\s|\.?$|[;()]))",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Examples();

    [GeneratedRegex(@"[""'“`](?<v>[^""'”`]{1,60})[""'”`]", RegexOptions.None, 10_000)]
    private static partial Regex Quotes();
}
