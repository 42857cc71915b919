using System.Collections.Frozen;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Tells how loudly the words around a value name an input.</summary>
internal static class Labels
{
    private const int Reach = 7;

    /// <summary>
    /// The weight of the nearest naming word before a token, less with every word between that is no link: "a <b>height</b> of 5",
    /// "order number is 1042". 0 when there is none.
    /// </summary>
    public static double Before(
        IReadOnlyList<MessageToken> tokens,
        int index,
        IReadOnlyDictionary<string, double> weights,
        int strangers = 3
    )
    {
        var best = 0.0;
        var distance = 0;
        for (var at = index - 1; at >= 0 && at >= index - Reach; at--)
        {
            var token = tokens[at];
            if (weights.TryGetValue(token.Stem, out var weight) && !IsArticle(tokens, at, index))
            {
                // Words of the same name add up: "initial velocity of 5".
                best += best > 0 ? weight * 0.6 : weight / (1 + 0.25 * distance);
                continue;
            }

            if (best > 0)
            {
                break;
            }

            if (token.IsNumber || token.Folded is "." or ";" or "?" or "!" or "(" or ")" or "and")
            {
                break;
            }

            if (!FunctionWords.Linkers.Contains(token.Folded))
            {
                distance += token.Folded is "," ? 2 : 1;
                if (distance > strangers)
                {
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>The weight of the nearest naming word after a value: "12 <b>years</b>", "5 m <b>high</b>".</summary>
    public static double After(
        IReadOnlyList<MessageToken> tokens,
        int index,
        IReadOnlyDictionary<string, double> weights,
        int reach = 4
    )
    {
        var best = 0.0;
        var distance = 0;
        for (var at = index; at < tokens.Count && at < index + reach; at++)
        {
            var token = tokens[at];
            if (
                weights.TryGetValue(token.Stem, out var weight)
                && token.IsWord
                && token.Folded is not "a"
            )
            {
                best += best > 0 ? weight * 0.5 : weight / (1 + 0.3 * distance);
                continue;
            }

            if (
                best > 0
                || token.IsNumber
                || (token.IsSign && token.Folded is not "-")
                || token.Folded
                    is "and"
                        or "with"
                        or "to"
                        or "from"
                        or "has"
                        or "is"
                        or "but"
                        or "or"
                        or "between"
            )
            {
                break;
            }

            distance++;
        }

        return best;
    }

    // The article "a" is the name of an input only where "=" or "is" follows.
    private static bool IsArticle(IReadOnlyList<MessageToken> tokens, int at, int index) =>
        tokens[at].Folded is "a"
        && !(at + 1 < index && tokens[at + 1].Folded is "=" or "is" or ":" or "equals" or "of");
}
