using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Judges how well a piece of a message fits a data input; 3 is enough, 0 or less is no fit.</summary>
internal static class SpanFit
{
    private const double LabelBonus = 4;
    private const double ShapeBonus = 3;

    /// <summary>How well <paramref name="span"/> fits.</summary>
    public static double Score(
        ValueSpan span,
        IReadOnlyList<MessageToken> tokens,
        InputTraits traits
    )
    {
        var isLabelled = MessageTokens.IsLabelled(tokens, span.Start, traits.Nouns);
        var score = traits.Input.Type switch
        {
            DataInputType.Number => WholeNumber(span, traits),
            DataInputType.Decimal => DecimalNumber(span, traits),
            _ => Text(span, traits, isLabelled),
        };
        if (score < 0)
        {
            return score;
        }

        if (isLabelled)
        {
            score += LabelBonus;
        }

        if (traits.IsQuantity && MessageTokens.IsFollowedBy(tokens, span.End, traits.Nouns))
        {
            score += LabelBonus;
        }

        if (traits.Shapes.Count > 0 && span.Kind is SpanKind.Identifier or SpanKind.Integer)
        {
            var shape = InputTraits.ShapeOf(span.Text);
            score += traits.Shapes.Contains(shape, StringComparer.Ordinal)
                ? span.Kind == SpanKind.Identifier
                    ? ShapeBonus
                    : 1
                : -1;
        }

        return score;
    }

    private static double WholeNumber(ValueSpan span, InputTraits traits) =>
        span.Kind switch
        {
            SpanKind.Integer => traits is { IsIdentifier: true, Shapes.Count: 0 }
            && span.Text.Length < 2
                ? 1
                : 3,
            // 1,000 is a whole number written with a comma; 10.5 fails when it is typed.
            SpanKind.Decimal => 3,
            _ => -1,
        };

    private static double DecimalNumber(ValueSpan span, InputTraits traits) =>
        span.Kind switch
        {
            SpanKind.Decimal => traits.IsMoney ? 5 : 4,
            SpanKind.Integer => 3,
            _ => -1,
        };

    private static double Text(ValueSpan span, InputTraits traits, bool isLabelled) =>
        span.Kind switch
        {
            SpanKind.Email => traits.IsEmail ? 9 : -1,
            SpanKind.Url => traits.IsUrl ? 9 : -1,
            SpanKind.Phone => traits.IsPhone ? 9
            : traits.IsIdentifier ? 1
            : -1,
            SpanKind.Date => traits.IsDate ? 9 : -1,
            SpanKind.Quoted => traits.IsFreeText ? 6
            : traits.IsIdentifier ? 4
            : -1,
            SpanKind.Identifier => traits.IsIdentifier ? 5
            : traits.Shapes.Count > 0 && MatchesShape(span, traits) ? 4
            : traits.IsFreeText && isLabelled ? 0
            : -1,
            SpanKind.Integer => IntegerText(span, traits, isLabelled),
            SpanKind.Decimal => traits.IsMoney || traits.IsQuantity ? 3 : -1,
            _ => -1,
        };

    private static double IntegerText(ValueSpan span, InputTraits traits, bool isLabelled) =>
        traits.IsIdentifier
            ? span.Text.Length >= 3 || isLabelled
                ? 3
                : 2
            : traits.IsQuantity || traits.IsMoney
                ? 3
                : traits.IsPhone && span.Text.Length >= 7
                    ? 5
                    : MatchesShape(span, traits) && traits.Shapes.Count > 0
                        ? 3
                        : traits.IsFreeText && isLabelled
                            ? 0
                            : -1;

    private static bool MatchesShape(ValueSpan span, InputTraits traits) =>
        traits.Shapes.Contains(InputTraits.ShapeOf(span.Text), StringComparer.Ordinal);
}
