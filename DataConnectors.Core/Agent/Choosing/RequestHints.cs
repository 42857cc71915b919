using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Words that the phrasing of a message suggests without saying them: "how much" is about a price.</summary>
internal static partial class RequestHints
{
    private static readonly (string Phrase, string[] Words)[] Phrases =
    [
        ("how much", ["price", "cost", "amount"]),
        ("how many", ["quantity", "number", "count"]),
        ("how far", ["distance"]),
        ("how long", ["duration", "length", "time"]),
        ("how old", ["age"]),
        ("how tall", ["height"]),
        ("how high", ["height", "elevation"]),
        ("how fast", ["speed", "velocity"]),
        ("how heavy", ["weight", "mass"]),
        ("how big", ["size", "area"]),
        ("how large", ["size", "area"]),
        ("how hot", ["temperature"]),
        ("how warm", ["temperature", "weather"]),
        ("how cold", ["temperature", "weather"]),
        ("how deep", ["depth"]),
        ("how expensive", ["price", "cost"]),
        ("how often", ["frequency"]),
        ("forgot", ["reset"]),
        ("get rid of", ["delete", "remove"]),
        ("any more", ["cancel", "remove"]),
        ("any longer", ["cancel"]),
        ("on top", ["first", "standings", "best"]),
        ("get to", ["route", "directions"]),
        ("come out", ["release"]),
        ("came out", ["release"]),
        ("look like", ["appearance"]),
    ];

    private static readonly (Regex Pattern, string[] Words)[] Patterns =
    [
        (Now(), ["current", "live", "latest", "now"]),
        (Past(), ["historical", "history", "past"]),
        (Future(), ["forecast", "upcoming", "next", "future"]),
        (Span(), ["between", "period", "range", "history"]),
        (Money(), ["price", "money", "amount", "currency"]),
        (Who(), ["person", "owner"]),
        (Conversion(), ["convert", "conversion", "unit"]),
    ];

    /// <summary>The words that a message in lower case suggests.</summary>
    public static IEnumerable<string> Of(string folded)
    {
        foreach (var (phrase, words) in Phrases)
        {
            if (folded.Contains(phrase, StringComparison.Ordinal))
            {
                foreach (var word in words)
                {
                    yield return word;
                }
            }
        }

        foreach (var (pattern, words) in Patterns)
        {
            if (pattern.IsMatch(folded))
            {
                foreach (var word in words)
                {
                    yield return word;
                }
            }
        }

        if (WhereIsMine().IsMatch(folded))
        {
            yield return "track";
            yield return "status";
            yield return "delivery";
        }
        else if (WhereIs().IsMatch(folded))
        {
            yield return "location";
            yield return "place";
        }

        if (When().IsMatch(folded))
        {
            yield return "date";
            yield return "time";
        }

        if (SendBack().IsMatch(folded))
        {
            yield return "return";
        }
    }

    [GeneratedRegex(@"\bwhere('s| is| are| did)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex WhereIs();

    [GeneratedRegex(
        @"\b(right now|now|at the moment|at present|currently|current|today|present|live)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Now();

    [GeneratedRegex(
        @"\b(was|were|did|had|happened|yesterday|ago|last (week|month|year|summer|winter)|in (19|20)\d\d|since)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Past();

    [GeneratedRegex(
        @"\b(will|tomorrow|coming|upcoming|soon|next (\w+ )?(days?|weeks?|months?|years?|weekend|hours?)|expect|going to be)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Future();

    [GeneratedRegex(
        @"\bfrom\b.{1,40}\b(to|until|till)\b|\bbetween\b.{1,40}\band\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Span();

    [GeneratedRegex(
        @"[$€£¥]|\b(dollars?|euros?|usd|eur|gbp|bucks)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Money();

    [GeneratedRegex(
        @"\bhow (many|much) [\w ]{2,25} (is|are|in) (there )?(in )?(a|an|one|[€$£]?\d[\d.,]*)\b|\b[€$£]?\d[\d.,]* ?[a-z]+ (in|into|to) [a-z]+[.?!]?$|\bhow much (is|are) [€$£]?\d",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Conversion();

    [GeneratedRegex(@"\bwho(se)?\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Who();

    [GeneratedRegex(
        @"\bwhere('s| is| are) (my|the|our)\b|\b(hasn't|not|never) (yet )?(arrived|come|been delivered)\b|\b(arrived?|shipped|delivered|sent)( yet| already)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex WhereIsMine();

    [GeneratedRegex(@"\bwhen\b|\bwhat time\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex When();

    [GeneratedRegex(
        @"\b(send|sending|ship|bring|give)\b.{0,40}\bback\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex SendBack();
}
