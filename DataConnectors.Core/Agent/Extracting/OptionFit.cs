using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Finds which of the values that a description allows a message names, in its own words or in others.</summary>
internal static class OptionFit
{
    // An option, then words that mean it.
    private static readonly FrozenDictionary<string, string[]> Synonyms = new Dictionary<
        string,
        string[]
    >(StringComparer.Ordinal)
    {
        ["celsius"] = ["°c", "c", "centigrade"],
        ["fahrenheit"] = ["°f", "f"],
        ["kelvin"] = ["k"],
        ["male"] = ["man", "boy", "gentleman", "men", "guy"],
        ["female"] = ["woman", "girl", "lady", "women"],
        ["m"] = ["medium"],
        ["s"] = ["small"],
        ["l"] = ["large"],
        ["xl"] = ["extra large"],
        ["medium"] = ["moderate", "mid"],
        ["daily"] = ["every day", "per day", "each day"],
        ["weekly"] = ["every week", "per week", "each week"],
        ["monthly"] = ["every month", "per month", "each month"],
        ["quarterly"] = ["every quarter", "per quarter"],
        ["yearly"] = ["every year", "per year", "annually", "annual"],
        ["annually"] = ["every year", "per year", "yearly", "annual"],
        ["annual"] = ["yearly", "annually"],
        ["one-way"] = ["one way", "single"],
        ["round-trip"] = ["round trip", "return", "and back"],
        ["child"] = ["son", "daughter", "kid"],
        ["spouse"] = ["wife", "husband"],
        ["sibling"] = ["brother", "sister"],
        ["tourism"] = ["tourist", "holiday", "vacation", "sightseeing"],
        ["study"] = ["student", "studies"],
        ["beginner"] = ["novice"],
        ["advanced"] = ["expert", "experienced"],
        ["ascending"] = ["lowest first", "smallest first", "increasing", "a to z"],
        ["descending"] = ["highest first", "largest first", "decreasing", "z to a"],
        ["used"] = ["second hand", "second-hand"],
        ["urgent"] = ["asap", "immediately"],
        ["high"] = ["important"],
        ["car"] = ["driving", "drive"],
        ["walking"] = ["on foot", "walk"],
        ["public transport"] = ["transit", "bus"],
        ["vegetarian"] = ["veggie"],
        ["all-time"] = ["all time"],
        ["house"] = ["home"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The options that the message names.</summary>
    public static IEnumerable<Proposal> Propose(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights
    )
    {
        foreach (var option in traits.Options)
        {
            var folded = Words.Fold(option).Replace('_', ' ');
            foreach (var proposal in Of(context, traits, weights, option, folded, 7))
            {
                yield return proposal;
            }

            foreach (var synonym in Synonyms.GetValueOrDefault(folded, []))
            {
                foreach (var proposal in Of(context, traits, weights, option, synonym, 6))
                {
                    yield return proposal;
                }
            }

            if (MeasureUnits.Of(folded) is { Factor: > 0 } unit)
            {
                foreach (
                    var number in context.Message.Spans.Where(span =>
                        span.Number?.Unit is { Factor: > 0 } other
                        && other.Dimension == unit.Dimension
                        && other.Factor == unit.Factor
                    )
                )
                {
                    yield return new Proposal(
                        number.Number!.UnitStart,
                        number.Number.UnitStart + number.Number.UnitLength,
                        option,
                        6.5
                            + (
                                traits.Role == PairRole.Start ? 2
                                : traits.Role == PairRole.End ? -2
                                : 0
                            )
                    );
                }
            }
        }
    }

    private static IEnumerable<Proposal> Of(
        ReadingContext context,
        InputTraits traits,
        IReadOnlyDictionary<string, double> weights,
        string option,
        string form,
        double sureness
    )
    {
        var tokens = context.Message.Tokens;
        var words = MessageTokens
            .Of(form)
            .Where(token => token.IsWord || token.IsNumber || token.Folded is "$" or "°" or "+")
            .ToList();
        if (words.Count == 0)
        {
            yield break;
        }

        for (var index = 0; index < tokens.Count; index++)
        {
            if (Matched(tokens, index, words, form) is not { } end)
            {
                continue;
            }

            // Words that only frame values are an option where a noun of the input stands at them.
            var isFrame = words.TrueForAll(word =>
                FunctionWords.IsFrame(word.Folded)
                && word.Folded is not ("today" or "tomorrow" or "yesterday" or "now" or "tonight")
            );
            var label = Math.Max(
                Labels.Before(tokens, index, weights, strangers: 0),
                Labels.After(tokens, end, weights, reach: 2)
            );
            if (isFrame && label < 0.5)
            {
                continue;
            }

            var score = sureness + 0.4 * (words.Count - 1) + 2 * label;
            if (isFrame)
            {
                score -= 2;
            }

            if (IsNegated(tokens, index))
            {
                score -= 5;
            }

            if (traits.Role != PairRole.None)
            {
                var role = RoleOf(context.Message, tokens, index, end);
                score +=
                    role == traits.Role ? 2.5
                    : role == PairRole.None ? 0
                    : -2.5;
            }

            yield return new Proposal(tokens[index].Start, tokens[end - 1].End, option, score);
        }
    }

    // Units stand behind their number, or behind "in" when they are wanted.
    private static PairRole RoleOf(
        PreparedMessage message,
        IReadOnlyList<MessageToken> tokens,
        int index,
        int end
    )
    {
        var start = tokens[index].Start;
        if (
            message.Spans.Any(span =>
                span.Number?.Unit is not null
                && span.Number.UnitStart <= start
                && start < span.Number.UnitStart + span.Number.UnitLength
            )
        )
        {
            return PairRole.Start;
        }

        return index > 0 && tokens[index - 1].Folded is "in" or "as"
            ? PairRole.End
            : PairRoles.At(tokens, index, end);
    }

    private static int? Matched(
        IReadOnlyList<MessageToken> tokens,
        int index,
        List<MessageToken> words,
        string form
    )
    {
        var at = index;
        foreach (var word in words)
        {
            // A hyphen may stand or not: all-time, all time.
            while (at > index && at < tokens.Count && tokens[at].Folded is "-" or "_")
            {
                at++;
            }

            if (at >= tokens.Count || !IsSame(tokens[at], word, form))
            {
                return null;
            }

            at++;
        }

        return at;
    }

    private static bool IsSame(MessageToken token, MessageToken word, string form)
    {
        if (form.Length == 1)
        {
            return token.Text.Length == 1 && char.ToUpperInvariant(word.Text[0]) == token.Text[0];
        }

        return token.Folded == word.Folded
            || (word.IsWord && word.Folded.Length > 3 && token.Stem == word.Stem);
    }

    private static bool IsNegated(IReadOnlyList<MessageToken> tokens, int index) =>
        index > 0 && tokens[index - 1].Folded is "not" or "no" or "without" or "non"
        || (
            index > 1
            && tokens[index - 2].Folded is "not" or "no" or "without"
            && tokens[index - 1].Folded is "a" or "the" or "an"
        );
}
