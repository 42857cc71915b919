using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds values made of words, which only where they stand gives away: "size M", "because it broke", "in Berlin".</summary>
internal static partial class WordValues
{
    /// <summary>The pieces of <paramref name="message"/> that may be the value of the input, each with how sure it is.</summary>
    public static IEnumerable<(ValueSpan Span, double Score)> Find(
        string message,
        IReadOnlyList<MessageToken> tokens,
        InputTraits traits
    )
    {
        foreach (var option in traits.Options)
        {
            var match = Regex.Match(
                message,
                $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(option).Replace("_", "[_ -]", StringComparison.Ordinal)}(?![\p{{L}}\p{{N}}])",
                RegexOptions.IgnoreCase,
                TimeSpan.FromSeconds(1)
            );
            if (match.Success)
            {
                yield return (Span(match, option), 8);
            }
        }

        if (traits.IsReason && Because().Match(message) is { Success: true } because)
        {
            yield return (Span(because.Groups["v"]), 8);
        }

        if (traits.IsPersonName && MyName().Match(message) is { Success: true } name)
        {
            yield return (Span(name.Groups["v"]), 8);
        }

        if (traits.IsCurrency)
        {
            foreach (Match code in CurrencyCode().Matches(message))
            {
                yield return (
                    Span(code, code.Value.ToUpperInvariant()),
                    6 + DirectionBonus(message, code.Index, traits)
                );
            }
        }

        if (traits.IsPlace)
        {
            foreach (Match place in Place().Matches(message))
            {
                var value = place.Groups["v"];
                yield return (Span(value), 6 + DirectionBonus(message, value.Index, traits));
            }
        }

        if (traits.IsFreeText && !traits.IsPlace)
        {
            foreach (var labelled in Labelled(message, tokens, traits))
            {
                yield return labelled;
            }
        }
    }

    private static IEnumerable<(ValueSpan Span, double Score)> Labelled(
        string message,
        IReadOnlyList<MessageToken> tokens,
        InputTraits traits
    )
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            if (!traits.Nouns.Contains(tokens[index].Stem))
            {
                continue;
            }

            var next = index + 1;
            var isStrong = false;
            while (next < tokens.Count && MessageTokens.IsLinker(tokens[next]))
            {
                isStrong |= MessageTokens.IsStrongLinker(tokens[next]);
                next++;
            }

            if (
                next >= tokens.Count
                || HasSentenceEnd(message, tokens[index].End, tokens[next].Start)
            )
            {
                continue;
            }

            var first = tokens[next];
            if (isStrong)
            {
                var value = Phrase().Match(message, first.Start);
                if (
                    value.Success
                    && value.Index == first.Start
                    && !StopWords.Contains(first.Folded)
                )
                {
                    yield return (Span(value, value.Value.Trim()), 6);
                }
            }
            else if (
                !StopWords.Contains(first.Folded)
                && (char.IsUpper(first.Text[0]) || first.Text.Any(char.IsDigit))
            )
            {
                yield return (
                    new ValueSpan(first.Start, first.End - first.Start, SpanKind.Words, first.Text),
                    4
                );
            }
        }
    }

    private static double DirectionBonus(string message, int position, InputTraits traits)
    {
        var before = message[..position].TrimEnd();
        var isFrom = before.EndsWith("from", StringComparison.OrdinalIgnoreCase);
        var isTo =
            before.EndsWith("to", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("into", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith(" in", StringComparison.OrdinalIgnoreCase);
        var wantsFrom = traits.NameHas("from", "origin", "departur", "sourc", "base");
        var wantsTo = traits.NameHas("to", "destin", "target", "arriv");
        return (wantsFrom, wantsTo, isFrom, isTo) switch
        {
            (true, _, true, _) or (_, true, _, true) => 3,
            (true, _, _, true) or (_, true, true, _) => -4,
            _ => 0,
        };
    }

    private static bool HasSentenceEnd(string message, int from, int to) =>
        message.AsSpan(from, to - from).IndexOfAny(".;!?,") >= 0;

    private static ValueSpan Span(Capture capture, string? text = null) =>
        new(capture.Index, capture.Length, SpanKind.Words, text ?? capture.Value.Trim());

    [GeneratedRegex(
        @"\b(?:because(?: of)?|due to|as the reason|reason (?:is|was|being)(?: that)?:?|reason:)\s+(?<v>[^.!?\n]{2,300})",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Because();

    [GeneratedRegex(
        @"\b(?:[Mm]y name is|[Nn]ame is|[Nn]ame:|I am called|I'm called|[Uu]nder the name(?: of)?)\s+(?<v>\p{Lu}[\p{L}'’\-]+(?: \p{Lu}[\p{L}'’\-]+){0,3})",
        RegexOptions.None,
        1000
    )]
    private static partial Regex MyName();

    [GeneratedRegex(
        @"\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|CNY|INR|BRL|MXN|ZAR|TRY|SGD|HKD|KRW|THB|AED|ILS|RON|BGN|UAH)\b",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex CurrencyCode();

    [GeneratedRegex(
        @"\b(?:in|to|from|at|for|near|via|of|[Cc]ity|[Tt]own|[Cc]ountry)(?: of| is|:)? (?<v>\p{Lu}[\p{L}'’.\-]*\p{L}(?: \p{Lu}[\p{L}'’\-]+){0,2})",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"[^.,;!?\n""]{1,80}?(?=\s+(?:and|for|with|please|on|in|instead|from)\b|[.,;!?\n]|$)",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Phrase();
}
