using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>A word of a message.</summary>
/// <param name="Term">The word.</param>
/// <param name="Weight">How much of what the message is about it carries; 0 for what only its phrasing suggests.</param>
/// <param name="Head">The same for what is asked for itself: "the area of a triangle", less its circumstances.</param>
/// <param name="IsHint">Whether it is not said, but suggested by the phrasing ("how much").</param>
internal sealed record MessageTerm(Term Term, double Weight, double Head, bool IsHint);

/// <summary>What a message asks about.</summary>
internal sealed partial class MessageTerms
{
    private const int MostTerms = 64;

    // A name or a quotation is a value far more often than a topic.
    private const double OfNames = 0.3;
    private const double OfCircumstances = 0.55;
    private const double BesideTheRequest = 0.5;

    /// <summary>Its words, each once, in their order; hints last.</summary>
    public required IReadOnlyList<MessageTerm> Terms { get; init; }

    /// <summary>The looks of the values in it.</summary>
    public required MessageValues Values { get; init; }

    /// <summary>The kinds of action it asks for.</summary>
    public required ActionKinds Actions { get; init; }

    /// <summary>Whether it asks how something is done or why, which an answer from an API seldom tells.</summary>
    public required bool AsksToLearn { get; init; }

    /// <summary>Whether it asks to be told something ("when …?") and demands nothing.</summary>
    public required bool OnlyAsks { get; init; }

    /// <summary>Stems of words that ask for a change.</summary>
    public required IReadOnlyList<string> Demands { get; init; }

    /// <summary>What its neighbouring words abbreviate to.</summary>
    public required Abbreviations Abbreviations { get; init; }

    /// <summary>Pairs of neighbouring stems.</summary>
    public required IReadOnlySet<(string, string)> Pairs { get; init; }

    /// <summary>Reads a message.</summary>
    public static MessageTerms From(string message)
    {
        message = Rewording.Of(message);
        var folded = Words.Fold(message);

        // "I want to order a pizza" names an action, not an order that exists.
        var isOrdering = OrdersSomethingNew().IsMatch(folded);
        if (isOrdering)
        {
            message = OrderWord().Replace(message, "place new purchase");
        }

        var terms = new List<MessageTerm>();
        var all = new List<string>();
        foreach (var sentence in SentencesOf(message))
        {
            Read(sentence, terms, all);
        }

        var known = terms.Select(term => term.Term.Stem).ToHashSet(StringComparer.Ordinal);
        var values = new MessageValues(message);
        terms.AddRange(
            RequestHints
                .Of(folded)
                .Concat(values.Hints)
                .Select(Term.Of)
                .Where(term => known.Add(term.Stem))
                .Select(term => new MessageTerm(term, 0, 0, IsHint: true))
        );
        var stems = all.ConvertAll(PorterStemmer.Stem);
        return new MessageTerms
        {
            Values = values,
            Actions = ActionWords.AskedFor(folded),
            AsksToLearn = Learning().IsMatch(folded),
            Terms = [.. terms.Take(MostTerms)],
            OnlyAsks = !isOrdering && Asking().IsMatch(folded) && !Demanding().IsMatch(folded),
            Demands =
            [
                .. terms
                    .Where(term => !term.IsHint)
                    .Select(term => term.Term.Stem)
                    .Where(ActionWords.DemandsAnAction),
            ],
            Abbreviations = new Abbreviations(all),
            Pairs = stems.Zip(stems.Skip(1)).ToHashSet(),
        };
    }

    private static List<Sentence> SentencesOf(string message)
    {
        var sentences = new List<Sentence>();
        foreach (var range in SentenceEnd().EnumerateSplits(message))
        {
            var text = message[range].Trim();
            if (text.Length > 0)
            {
                var isAsked =
                    range.End.GetOffset(message.Length) is var end
                    && (text.EndsWith('?') || (end < message.Length && message[end] == '?'));
                var request = Request().Match(text);
                sentences.Add(
                    new Sentence(
                        text,
                        isAsked || request.Success,
                        request.Success ? request.Index : 0
                    )
                );
            }
        }

        return sentences.Exists(sentence => sentence.IsRequest)
            ? sentences
            : sentences.ConvertAll(sentence => sentence with { IsRequest = true });
    }

    private static void Read(Sentence sentence, List<MessageTerm> terms, List<string> all)
    {
        var quoted = Quotation().Matches(sentence.Text);
        var place = 0;
        var isCircumstance = false;
        var isFirst = true;
        foreach (Match match in Word().Matches(sentence.Text))
        {
            var isStart = isFirst;
            isFirst = false;
            var word = Words.Fold(match.Value);
            if (word.EndsWith("'s", StringComparison.Ordinal))
            {
                word = word[..^2];
            }

            all.Add(word);
            isCircumstance |= place > 0 && Circumstance().IsMatch(word);
            if (StopWords.Contains(word) || word.Any(char.IsDigit) || word.Length < 2)
            {
                continue;
            }

            var term = Term.Of(word);
            var isValue =
                (!isStart && char.IsUpper(match.Value[0]) && !match.Value.All(char.IsUpper))
                || quoted.Any(quote =>
                    quote.Index < match.Index && match.Index < quote.Index + quote.Length
                );
            var weight =
                term.Weight * (isValue ? OfNames : 1) * (sentence.IsRequest ? 1 : BesideTheRequest);
            var head = 0.0;
            if (sentence.IsRequest && match.Index >= sentence.RequestAt)
            {
                head = weight / (1 + (0.3 * place)) * (isCircumstance ? OfCircumstances : 1);
                place += WordRarity.IsGeneric(term.Stem) ? 0 : 1;
            }

            var known = terms.FindIndex(other =>
                string.Equals(other.Term.Stem, term.Stem, StringComparison.Ordinal)
            );
            if (known < 0)
            {
                terms.Add(new MessageTerm(term, weight, head, IsHint: false));
            }
            else
            {
                terms[known] = terms[known] with
                {
                    Weight = Math.Max(terms[known].Weight, weight),
                    Head = Math.Max(terms[known].Head, head),
                };
            }
        }
    }

    private sealed record Sentence(string Text, bool IsRequest, int RequestAt);

    [GeneratedRegex(@"[.!?;]+(?=\s|$)|\n", RegexOptions.None, 10_000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+('[\p{L}]+)?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"[""“„][^""“”„]{1,200}[""”“]|(?<![\p{L}\p{N}])['‘][^'‘’]{1,200}['’](?![\p{L}\p{N}])",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Quotation();

    [GeneratedRegex(
        @"^(with|given|for|using|if|whose|where|from|in|at|on|between|by|of|that|when|during|because|since|after|before)$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Circumstance();

    [GeneratedRegex(
        @"\b(what|which|who|whom|where|when|how|why|find|calculate|compute|determine|estimate|convert|get|show|tell|give|list|search|look|check|create|make|book|send|cancel|change|update|delete|i need|i want|i'd like|i would like|can i|can you|could you|would you|will you|please|let me know)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Request();

    [GeneratedRegex(
        @"^\W*(please )?(explain|teach|recommend|how (do|can|could|would|should|does) |how to |why |what does .{1,40} mean|what('s| is) the (difference|meaning)|who (invented|founded|wrote|discovered|created|composed|designed))",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Learning();

    [GeneratedRegex(
        @"\b(want|like|need|trying|wish) to order\b|\bcan i order\b|\border (a|an|some|another)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex OrdersSomethingNew();

    [GeneratedRegex(@"\border\b", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex OrderWord();

    [GeneratedRegex(
        @"\b(where|when|what|which|who|whose|why|how (much|many|long|far|is|are|was|were)|status|any (update|news)|update on|updates|did|has|have|had|is|are|was|were|does|check|show|look up|find out|tell me|whether)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"\b(i|we)('d)? (want|need|wish|would like|like) (to|a|an|my)\b|\b(can|could|may) (i|we|you)\b|\bhow (do|can|could|would|to)\b|\bplease (cancel|refund|change|update|delete|remove|book|create|return|pause|stop|reset)\b|^(cancel|refund|change|update|delete|remove|book|create|return|pause|resume|stop|reset|upgrade|downgrade|reschedule|move|renew)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Demanding();
}
