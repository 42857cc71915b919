namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds the currencies that a message names by code, sign or word.</summary>
internal static class CurrencyFit
{
    private const double HasLook = 6;

    /// <summary>The currencies, as codes.</summary>
    public static IEnumerable<Proposal> Propose(ReadingContext context, InputTraits traits)
    {
        var message = context.Message;
        var tokens = message.Tokens;
        for (var index = 0; index < tokens.Count; index++)
        {
            for (var end = Math.Min(index + 3, tokens.Count); end > index; end--)
            {
                var text = message.Text[tokens[index].Start..tokens[end - 1].End];
                if (
                    KnownWords.CurrencyCode(text) is not { } code
                    || !IsMeant(message, index, end, text)
                )
                {
                    continue;
                }

                yield return new Proposal(
                    tokens[index].Start,
                    tokens[end - 1].End,
                    code,
                    HasLook + DirectionOf(context, traits, index, end)
                );
                index = end - 1;
                break;
            }
        }
    }

    // "won" and "real" are currencies behind a number or a nationality only.
    private static bool IsMeant(PreparedMessage message, int index, int end, string text) =>
        end - index > 1
        || (text.Length == 3 && text.All(char.IsUpper))
        || IsAtNumber(message, index, end)
        || text.ToLowerInvariant()
            is not (
                "won"
                or "real"
                or "pound"
                or "pounds"
                or "try"
                or "ron"
                or "all"
                or "cad"
                or "buck"
                or "rand"
                or "leu"
                or "lev"
                or "ether"
                or "dong"
            );

    private static bool IsAtNumber(PreparedMessage message, int index, int end)
    {
        var tokens = message.Tokens;
        var start = tokens[index].Start;
        var stop = tokens[end - 1].End;
        return message.Spans.Any(span =>
            span.Number is not null
            && (
                (span.End <= start && start - span.End <= 1)
                || (stop <= span.Start && span.Start - stop <= 1)
                || (span.Start <= start && stop <= span.End)
            )
        );
    }

    private static double DirectionOf(
        ReadingContext context,
        InputTraits traits,
        int index,
        int end
    )
    {
        if (traits.Role == PairRole.None)
        {
            return 0;
        }

        var tokens = context.Message.Tokens;
        var lead = index > 0 ? tokens[index - 1].Folded : "";
        var role =
            IsAtNumber(context.Message, index, end) ? PairRole.Start
            : lead is "in" or "many" or "much" or "as" ? PairRole.End
            : PairRoles.At(tokens, index, end);
        return role == PairRole.None ? 0
            : role == traits.Role ? 3
            : -4;
    }
}
