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
        ("money back", ["refund"]),
        ("sign in", ["login"]),
        ("log in", ["login"]),
        ("forgot", ["reset"]),
        ("get rid of", ["delete"]),
        ("get to", ["route", "directions"]),
        ("come out", ["release"]),
        ("came out", ["release"]),
        ("look like", ["appearance"]),
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

        if (WhereIs().IsMatch(folded))
        {
            yield return "track";
            yield return "location";
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

    [GeneratedRegex(@"\bwhere('s| is| are| did)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WhereIs();

    [GeneratedRegex(@"\bwhen\b|\bwhat time\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex When();

    [GeneratedRegex(
        @"\b(send|sending|ship|bring|give)\b.{0,40}\bback\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SendBack();
}
