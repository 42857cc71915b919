using System.Text.RegularExpressions;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds what may be the value of a text input, by what its values are.</summary>
internal static partial class TextFit
{
    private const double HasLook = 8;

    /// <summary>Everything in the message that may be the value.</summary>
    public static IEnumerable<Proposal> Propose(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        if (traits.Options.Count > 0)
        {
            return OptionFit.Propose(context, traits, weights);
        }

        if (traits.IsList)
        {
            return [.. Lists(context, weights), .. PhraseFit.Propose(context, traits, weights)];
        }

        return traits.Meaning switch
        {
            Meaning.Email => Looks(context, traits, weights, SpanKind.Email),
            Meaning.Url => Looks(context, traits, weights, SpanKind.Url),
            Meaning.Phone => Phones(context, traits, weights),
            Meaning.Date => Dates(context, traits, weights),
            Meaning.Time => Times(context, traits, weights),
            Meaning.Identifier => Identifiers(context, traits, weights),
            Meaning.Currency => CurrencyFit.Propose(context, traits),
            Meaning.Unit => UnitFit.Propose(context, traits),
            Meaning.Quantity =>
            [
                .. Quantities(context, traits, weights),
                .. PhraseFit.Propose(context, traits, weights),
            ],
            Meaning.Reason =>
            [
                .. Reasons(context),
                .. PhraseFit.Labelled(context, traits, weights),
            ],
            Meaning.Expression =>
            [
                .. Expressions(context, traits),
                .. Looks(context, traits, weights, SpanKind.Quoted),
            ],
            Meaning.Sentence =>
            [
                .. SentenceFit.Propose(context, traits, weights),
                .. PhraseFit.Propose(context, traits, weights),
            ],
            Meaning.Address =>
            [
                .. SentenceFit.Addresses(context, traits, weights),
                .. PhraseFit.Labelled(context, traits, weights),
            ],
            _ =>
            [
                .. Shaped(context, traits, weights),
                .. Years(context, traits, weights),
                .. DateWords(context, traits),
                .. traits.Meaning == Meaning.Place
                    ? SentenceFit.Streets(context, traits, weights)
                    : [],
                .. PhraseFit.Propose(context, traits, weights),
            ],
        };
    }

    private static IEnumerable<Proposal> Looks(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights,
        SpanKind kind
    ) =>
        context
            .Message.Spans.Where(span => span.Kind == kind)
            .Select(span => new Proposal(
                span.Start,
                span.End,
                span.Text,
                HasLook + Around(context, traits, weights, span)
            ));

    private static double Around(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights,
        ValueSpan span
    )
    {
        var tokens = context.Message.Tokens;
        var from = context.Message.TokenAt(span.Start);
        var to = context.Message.TokenAt(span.End);
        var role = traits.Role == PairRole.None ? PairRole.None : PairRoles.At(tokens, from, to);
        return 3 * Labels.Before(tokens, from, weights)
            + (
                role == PairRole.None ? 0
                : role == traits.Role ? 2.5
                : -2.5
            );
    }

    private static IEnumerable<Proposal> Phones(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    ) =>
        Looks(context, traits, weights, SpanKind.Phone)
            .Concat(
                context
                    .Message.Spans.Where(span =>
                        span.Kind is SpanKind.Number or SpanKind.Identifier
                        && span.Text.Count(char.IsDigit) >= 7
                        && !span.Text.Any(char.IsLetter)
                    )
                    .Select(span => new Proposal(span.Start, span.End, span.Text, Score: 6))
            );

    private static IEnumerable<Proposal> Dates(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        foreach (var span in context.Message.Spans.Where(span => span.Date is not null))
        {
            var score = HasLook + Around(context, traits, weights, span);
            if (traits.Format.Date is null)
            {
                yield return new Proposal(
                    span.Start,
                    span.End,
                    span.Text,
                    span.Date!.IsDay ? score : score - 3
                );
                continue;
            }

            if (traits.Format.Write(span.Date!, context.Today) is not { } value)
            {
                continue;
            }

            if (traits.Format is { Separator: { } separator, Time: not null })
            {
                var time = context
                    .Message.Spans.Where(other => other.Time is not null)
                    .MinBy(other => Math.Abs(other.Start - span.End));
                if (time?.Time is { } clock)
                {
                    value += separator + traits.Format.Write(clock);
                }
            }

            yield return new Proposal(span.Start, span.End, value, score);
        }
    }

    private static IEnumerable<Proposal> Times(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    ) =>
        context
            .Message.Spans.Where(span => span.Time is not null)
            .Select(span => new Proposal(
                span.Start,
                span.End,
                traits.Format.Write(span.Time!.Value) ?? span.Text,
                HasLook + Around(context, traits, weights, span)
            ));

    private static IEnumerable<Proposal> Identifiers(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var tokens = context.Message.Tokens;
        foreach (var span in context.Message.Spans)
        {
            var label = Labels.Before(
                tokens,
                context.Message.TokenAt(span.Start),
                weights,
                strangers: 1
            );
            var text =
                span.Kind == SpanKind.Number
                    ? context.Message.Text[span.Start..span.End].TrimStart('#')
                    : span.Text;
            double? score = span.Kind switch
            {
                SpanKind.Identifier => 5,
                SpanKind.Phone => 1,
                SpanKind.Path => 3,
                SpanKind.Quoted => 4,
                SpanKind.Date when !text.Any(char.IsLetter) => label > 0.5 ? 1.5 : null,
                SpanKind.Number
                    when span.Number
                        is {
                            IsSpelled: false,
                            IsMoney: false,
                            IsPercent: false,
                            IsOrdinal: false
                        } number => number.Unit is not null ? 0.5
                : number.IsYearLike && label < 0.4 ? 2.5
                : text.Length >= 3 || label > 0.4 ? 3
                : 2,
                _ => null,
            };
            if (
                score is not { } sure
                || (span.Kind == SpanKind.Number && text.Contains('.', StringComparison.Ordinal))
            )
            {
                continue;
            }

            sure += 4 * label;
            if (traits.Shapes.Count > 0 && span.Kind is SpanKind.Identifier or SpanKind.Number)
            {
                sure += traits.Shapes.Contains(InputTraits.ShapeOf(text), StringComparer.Ordinal)
                    ? span.Kind == SpanKind.Identifier
                        ? 3
                        : 1
                    : -1;
            }

            var isHash =
                span.Start > 0 && context.Message.Text[span.Start - 1] is '#'
                || context.Message.Text[span.Start] is '#';
            if (isHash)
            {
                sure += 1;
            }

            // "BA 287": letters before the figures where the example has them.
            var from = context.Message.TokenAt(span.Start);
            var start = span.Start;
            if (
                span.Kind == SpanKind.Number
                && from > 0
                && tokens[from - 1] is { IsCapital: true, Text.Length: <= 3 } letters
                && letters.Text.All(char.IsUpper)
                && letters.End + 1 == span.Start
                && traits.Shapes.Contains("A9", StringComparer.Ordinal)
            )
            {
                start = letters.Start;
                text = context.Message.Text[start..span.End];
                sure += 3;
            }

            // An example that begins with # says that the sign belongs to the value.
            yield return new Proposal(
                start,
                span.End,
                traits.Examples.Any(example => example.StartsWith('#')) ? "#" + text : text,
                sure
            );
        }

        foreach (var phrase in context.Message.Phrases.Where(phrase => phrase.Length == 1))
        {
            // Codes of letters only: "sequence ATTGC", "symbol IBM".
            var isCode = phrase.Text.Length > 1 && phrase.Text.All(char.IsUpper);
            var label = Labels.Before(tokens, phrase.From, weights, strangers: 0);
            var hasExample = traits.Examples.Any(example =>
                example.Length > 1 && example.All(char.IsUpper)
            );
            if (isCode && ((hasExample && !traits.NeedsDigit) || label > 0.4))
            {
                yield return new Proposal(phrase.Start, phrase.End, phrase.Text, 4 + 3 * label);
            }
        }
    }

    // "in the season 2021-22", "time signature 3/4": a description's example has the very shape.
    private static IEnumerable<Proposal> Shaped(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        foreach (
            var span in context.Message.Spans.Where(span =>
                span.Kind
                    is SpanKind.Identifier
                        or SpanKind.Number
                        or SpanKind.Date
                        or SpanKind.Time
                        or SpanKind.Path
                        or SpanKind.Phone
            )
        )
        {
            var text = context.Message.Text[span.Start..span.End];
            text = traits.Examples.Any(example => example.StartsWith('#'))
                ? "#" + text.TrimStart('#')
                : text.TrimStart('#');
            var label = Labels.Before(
                context.Message.Tokens,
                context.Message.TokenAt(span.Start),
                weights,
                strangers: 0
            );
            if (span.Kind is SpanKind.Path or SpanKind.Phone)
            {
                yield return new Proposal(span.Start, span.End, text, 4.2 + 2 * label);
            }
            else if (traits.Shapes.Contains(InputTraits.ShapeOf(text), StringComparer.Ordinal))
            {
                yield return new Proposal(span.Start, span.End, text, 5.5 + 2 * label);
            }
            else if (span.Kind == SpanKind.Identifier)
            {
                yield return new Proposal(span.Start, span.End, text, 3.1 + 2 * label);
            }
        }
    }

    // The month or weekday of a whole date, for an input that wants just that.
    private static IEnumerable<Proposal> DateWords(ReadingContext context, InputTraits traits)
    {
        if ((traits.Kind & (KnownKind.Month | KnownKind.Weekday)) == KnownKind.None)
        {
            yield break;
        }

        foreach (var span in context.Message.Spans.Where(span => span.Date is not null))
        {
            foreach (var part in span.Text.Split(' ', ',', '.'))
            {
                var word = part.EndsWith("days", StringComparison.OrdinalIgnoreCase)
                    ? part[..^1]
                    : part;
                if ((KnownWords.KindOf(word) & traits.Kind) != KnownKind.None)
                {
                    yield return new Proposal(span.Start, span.Start, word, HasLook);
                }
            }
        }
    }

    private static IEnumerable<Proposal> Years(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        if (!traits.NameHas("year", "season"))
        {
            yield break;
        }

        foreach (
            var span in context.Message.Spans.Where(span => span.Number is { IsYearLike: true })
        )
        {
            yield return new Proposal(
                span.Start,
                span.End,
                span.Text,
                6 + Around(context, traits, weights, span)
            );
        }
    }

    private static IEnumerable<Proposal> Quantities(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        foreach (var span in context.Message.Spans.Where(span => span.Number is not null))
        {
            if (
                NumberFit.Of(context, span, traits, weights) is { } fit
                && span.Number is { Unit: not null } number
            )
            {
                var end = number.UnitStart + number.UnitLength;
                yield return new Proposal(
                    span.Start,
                    end,
                    context.Message.Text[span.Start..end],
                    fit.Score
                );
            }
        }
    }

    private static IEnumerable<Proposal> Expressions(ReadingContext context, InputTraits traits)
    {
        var isPython =
            traits.Examples.Any(example => example.Contains("**", StringComparison.Ordinal))
            || traits.Input.Description.Contains("python", StringComparison.OrdinalIgnoreCase);
        foreach (var span in context.Message.Spans.Where(span => span.Kind == SpanKind.Expression))
        {
            var text = isPython
                ? Product().Replace(span.Text.Replace("^", "**", StringComparison.Ordinal), "*")
                : span.Text;
            yield return new Proposal(span.Start, span.End, text, HasLook);
        }
    }

    private static IEnumerable<Proposal> Lists(
        ReadingContext context,
        IReadOnlyDictionary<string, double> weights
    )
    {
        var tokens = context.Message.Tokens;
        var numbers = context
            .Message.Spans.Where(span => span.Number is { IsWeak: false })
            .OrderBy(span => span.Start)
            .ToList();
        for (var first = 0; first < numbers.Count; first++)
        {
            var last = first;
            while (
                last + 1 < numbers.Count
                && ListJoint()
                    .IsMatch(context.Message.Text[numbers[last].End..numbers[last + 1].Start])
            )
            {
                last++;
            }

            if (last > first)
            {
                yield return new Proposal(
                    numbers[first].Start,
                    numbers[last].End,
                    string.Join(
                        ", ",
                        numbers.Skip(first).Take(last - first + 1).Select(span => span.Text)
                    ),
                    HasLook
                        + 2
                            * Labels.Before(
                                tokens,
                                context.Message.TokenAt(numbers[first].Start),
                                weights
                            )
                );
                first = last;
            }
        }
    }

    private static IEnumerable<Proposal> Reasons(ReadingContext context)
    {
        if (Because().Match(context.Message.Text) is { Success: true } because)
        {
            var value = because.Groups["v"];
            yield return new Proposal(
                value.Index,
                value.Index + value.Length,
                value.Value.Trim(),
                HasLook
            );
        }
    }

    [GeneratedRegex(@"(?<=\d)(?=[\p{L}(])|(?<=\))(?=[\p{L}(\d])", RegexOptions.None, 10_000)]
    private static partial Regex Product();

    [GeneratedRegex(@"^(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+|\s*;\s*)$", RegexOptions.None, 10_000)]
    private static partial Regex ListJoint();

    [GeneratedRegex(
        @"\b(?:because(?: of)?|due to|as the reason|reason (?:is|was|being)(?: that)?:?|reason:)\s+(?<v>[^.!?\n]{2,300})",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Because();
}
