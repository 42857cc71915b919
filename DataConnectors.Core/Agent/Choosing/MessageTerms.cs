using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>What a message asks about, for scoring.</summary>
/// <param name="Stems">Stems of its words, each once.</param>
/// <param name="Hints">Stems that its phrasing suggests ("how much"), each once; they help a match and never count as unmatched.</param>
/// <param name="OnlyAsks">Whether it asks to be told something ("when …?") and demands nothing.</param>
internal sealed partial record MessageTerms(
    IReadOnlyList<string> Stems,
    IReadOnlyList<string> Hints,
    bool OnlyAsks
)
{
    /// <summary>Reads a message.</summary>
    public static MessageTerms From(string message)
    {
        var folded = Words.Fold(message);

        // "I want to order a pizza" names an action, not an order that exists.
        var isOrdering = OrdersSomethingNew().IsMatch(folded);
        var stems = Words
            .Stems(isOrdering ? OrderWord().Replace(message, "place new purchase") : message)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var hints = HintsOf(folded)
            .Select(PorterStemmer.Stem)
            .Where(stem => !stems.Contains(stem, StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var onlyAsks = !isOrdering && Asking().IsMatch(folded) && !Demanding().IsMatch(folded);
        return new MessageTerms(stems, hints, onlyAsks);
    }

    private static IEnumerable<string> HintsOf(string folded)
    {
        if (folded.Contains("how much", StringComparison.Ordinal))
        {
            yield return "price";
            yield return "balance";
        }

        if (folded.Contains("how many", StringComparison.Ordinal))
        {
            yield return "quantity";
        }

        if (folded.Contains("money back", StringComparison.Ordinal))
        {
            yield return "refund";
        }

        if (WhereIs().IsMatch(folded))
        {
            yield return "track";
            yield return "location";
        }

        if (
            folded.Contains("sign in", StringComparison.Ordinal)
            || folded.Contains("log in", StringComparison.Ordinal)
        )
        {
            yield return "login";
        }

        if (folded.Contains("forgot", StringComparison.Ordinal))
        {
            yield return "reset";
        }

        if (SendBack().IsMatch(folded))
        {
            yield return "return";
        }

        if (folded.Contains("get rid of", StringComparison.Ordinal))
        {
            yield return "delete";
        }
    }

    [GeneratedRegex(
        @"\b(want|like|need|trying|wish) to order\b|\bcan i order\b|\border (a|an|some|another)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OrdersSomethingNew();

    [GeneratedRegex(@"\border\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OrderWord();

    [GeneratedRegex(@"\bwhere('s| is| are| did)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WhereIs();

    [GeneratedRegex(
        @"\b(send|sending|ship|bring|give)\b.{0,40}\bback\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SendBack();

    [GeneratedRegex(
        @"\b(where|when|what|which|who|whose|why|how (much|many|long|far|is|are|was)|status|any (update|news)|update on|updates|did|has|have|had|is|are|was|were|does|check|show|look up|find out|tell me|whether)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"\b(i|we)('d)? (want|need|wish|would like|like) (to|a|an|my)\b|\b(can|could|may) (i|we|you)\b|\bhow (do|can|could|would|to)\b|\bplease (cancel|refund|change|update|delete|remove|book|create|return|pause|stop|reset)\b|^(cancel|refund|change|update|delete|remove|book|create|return|pause|resume|stop|reset|upgrade|downgrade|reschedule|move|renew)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Demanding();
}
