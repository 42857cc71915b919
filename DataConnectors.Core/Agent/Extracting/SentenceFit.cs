using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds values that are the person's own words, up to whole sentences: what to search, say, note or be reminded of.</summary>
internal static partial class SentenceFit
{
    private const int LongestValue = 500;

    /// <summary>The stretches of the message that may be the value; the longer the better where nothing else needs the end.</summary>
    public static IEnumerable<Proposal> Propose(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var text = context.Message.Text;
        foreach (var (pattern, score) in TriggersFor(traits))
        {
            foreach (Match match in pattern.Matches(text))
            {
                foreach (
                    var proposal in Stretches(context, match.Index + match.Length, score, weights)
                )
                {
                    yield return proposal;
                }
            }
        }

        if (traits.NameHas("problem", "issu", "subject", "descript", "messag", "complaint"))
        {
            foreach (Match match in Clause().Matches(text))
            {
                var value = match.Groups["v"];
                yield return new Proposal(
                    value.Index,
                    value.Index + value.Length,
                    value.Value.Trim(),
                    5.2
                );
            }
        }
    }

    /// <summary>Street addresses: from the house number on.</summary>
    public static IEnumerable<Proposal> Addresses(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        foreach (Match match in House().Matches(context.Message.Text))
        {
            foreach (var proposal in Stretches(context, match.Index, 6, weights))
            {
                yield return proposal;
            }
        }

        foreach (Match match in AddressIs().Matches(context.Message.Text))
        {
            foreach (var proposal in Stretches(context, match.Index + match.Length, 6.5, weights))
            {
                yield return proposal;
            }
        }
    }

    /// <summary>A house number and a street.</summary>
    public static IEnumerable<Proposal> Streets(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        foreach (Match match in Street().Matches(context.Message.Text))
        {
            var role = PairRoles.At(
                context.Message.Tokens,
                context.Message.TokenAt(match.Index),
                context.Message.TokenAt(match.Index + match.Length)
            );
            yield return new Proposal(
                match.Index,
                match.Index + match.Length,
                match.Value,
                7
                    + (
                        traits.Role == PairRole.None || role == PairRole.None ? 0
                        : role == traits.Role ? 3
                        : -3
                    )
            );
        }
    }

    private static (Regex Pattern, double Score)[] TriggersFor(InputTraits traits) =>
        traits.NameHas("task", "remind", "memo", "note") || traits.Has("remind")
            ? [(Remind(), 7), (Note(), 6.5), (Said(), 5.5)]
        : traits.NameHas("queri", "search", "keyword")
            ? [(Containing(), 7.5), (SearchFor(), 6.5), (About(), 4.5)]
        : traits.NameHas("topic", "subject") ? [(About(), 5), (SubjectIs(), 6.5)]
        : traits.NameHas("problem", "descript", "issu", "comment", "feedback", "complaint")
            ? [(Note(), 6.5), (Said(), 5.5), (Colon(), 5.5)]
        : [(Translate(), 6.5), (Said(), 6.5), (Spoken(), 6.5), (Note(), 6.5), (Colon(), 5.5)];

    // Ends at the end of the sentence or before a word where something else may begin.
    private static IEnumerable<Proposal> Stretches(
        ReadingContext context,
        int start,
        double score,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var text = context.Message.Text;
        var tokens = context.Message.Tokens;
        var first = context.Message.TokenAt(start);
        if (first >= tokens.Count || (tokens[first].IsSign && tokens[first].Text is not "$"))
        {
            yield break;
        }

        var begin = tokens[first].Start;
        for (var index = first + 1; index <= tokens.Count; index++)
        {
            var isEnd = index == tokens.Count || IsSentenceEnd(context, index);
            if (tokens[index - 1].End - begin > LongestValue)
            {
                yield break;
            }

            // "call mom at" ends nowhere.
            var isOpen =
                FunctionWords.Prepositions.Contains(tokens[index - 1].Folded)
                || FunctionWords.Determiners.Contains(tokens[index - 1].Folded)
                || tokens[index - 1].Folded is "and" or "or" or "but"
                || tokens[index - 1].IsSign;
            if (!(isOpen && !isEnd) && (isEnd || IsBoundary(context, index)))
            {
                var end = tokens[index - 1].End;
                var words = index - first;
                yield return new Proposal(
                    begin,
                    end,
                    text[begin..end],
                    score + 0.06 * Math.Min(words, 20) + (isEnd ? 0.3 : 0)
                );
            }

            if (isEnd)
            {
                yield break;
            }
        }
    }

    private static bool IsSentenceEnd(ReadingContext context, int index)
    {
        var token = context.Message.Tokens[index];
        return token.Folded is "?" or "!" or ";"
                && !context.Message.Spans.Any(span =>
                    span.Start < token.Start && token.Start < span.End
                )
            || token.Folded is "please" or "thanks" or "thank" or "instead"
            || (
                token.Folded is "."
                && (
                    index + 1 >= context.Message.Tokens.Count
                    || context.Message.Tokens[index + 1].Start > token.End
                )
                && context.Message.Tokens[index - 1].Text.Length > 1
            );
    }

    private static bool IsBoundary(ReadingContext context, int index)
    {
        var token = context.Message.Tokens[index];
        return token.Folded is "," or ":" or "and" or "but" or "that" or "which"
            || FunctionWords.Prepositions.Contains(token.Folded)
            || context.Message.Spans.Any(span =>
                span.Start == token.Start
                && span.Kind is SpanKind.Date or SpanKind.Time or SpanKind.Email or SpanKind.Number
            );
    }

    [GeneratedRegex(
        @"\bremind(?:er)?\b(?: me| us)?(?: to| that| about| of|:)? |\bto-?do:? |\b(?:task|reminder) (?:to|for|called|named) ",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Remind();

    [GeneratedRegex(
        @"\b(?:note|memo|ticket|task|message|comment|feedback|problem|issue|description)(?: that| saying| reading| is)?: ?|\b(?:note|memo) (?:that|saying) ",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Note();

    [GeneratedRegex(
        @"\b(?:search(?:ing)?(?: the (?:web|internet)| online)?(?: for)?|look(?:ing)? (?:for|up)|google|shopping for|hunting for|browse|find(?: me)?|show me|need|want) (?:(?:a|an|the|some|any) )?",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex SearchFor();

    [GeneratedRegex(
        @"\b(?:about|regarding|concerning|on) (?:the )?",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex About();

    [GeneratedRegex(
        @"\b(?:containing|contains?|with the (?:word|keyword|term)s?) ",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Containing();

    [GeneratedRegex(@": ", RegexOptions.None, 10_000)]
    private static partial Regex Colon();

    [GeneratedRegex(@"\bsubject(?: line)?(?: is|:)? ", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex SubjectIs();

    [GeneratedRegex(
        @"\btranslate (?:the (?:following )?(?:phrase|sentence|text|word)s?:? )?|\b(?:summarize|analyze|rewrite|proofread) (?:the (?:following )?text:? )?|\btext: ?",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Translate();

    [GeneratedRegex(
        @"\bhow (?:do (?:you|i|we)|to|would you) say |\bwhat is (?=.{1,80} in \p{Lu})",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Spoken();

    [GeneratedRegex(
        @"\b(?:saying|says|say|stating)(?: that|:)? |\b(?:text|tell|message|inform|write|let) (?:to )?\p{L}+ (?:know )?that |\bthat says ",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Said();

    [GeneratedRegex(
        @"(?:^|[.,:;!?] |\b(?:and|in unit \w+|that) )(?<v>(?:(?:the|my|our|a|an) )?(?:\p{L}+ ){1,4}?(?:is|are|does not|doesn't|isn't|won't|has|keeps|stopped|broke|will not|cannot|can't|was)(?: [\p{L}'’]+){1,8})",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Clause();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}#\-])\d{1,5}\p{L}? (?=(?:\p{Lu}\p{Ll}+|\d+(?:st|nd|rd|th)) ?)",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex House();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])\d{1,5}\p{L}? (?:\p{Lu}[\p{L}.]* ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Way|Court|Plaza|Terrace)\b",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Street();

    [GeneratedRegex(@"\baddress(?: is|:| to| was)+ ", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex AddressIs();
}
