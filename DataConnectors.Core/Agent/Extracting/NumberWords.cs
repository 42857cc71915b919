using System.Collections.Frozen;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Reads numbers spelled out: "twenty-five", "two and a half million", "a dozen".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal> Small = Numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        from: 0,
        step: 1
    );

    private static readonly FrozenDictionary<string, decimal> Tens = Numbered(
        "twenty thirty forty fifty sixty seventy eighty ninety",
        from: 20,
        step: 10
    );

    private static readonly FrozenDictionary<string, decimal> Ordinals = Numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        from: 1,
        step: 1
    );

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<
        string,
        decimal
    >(StringComparer.Ordinal)
    {
        ["dozen"] = 12,
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The factor of "thousand", "million"; null for any other word.</summary>
    public static decimal? ScaleOf(string folded) =>
        Scales.TryGetValue(folded, out var scale) ? scale
        : folded.EndsWith('s') && Scales.TryGetValue(folded[..^1], out scale) ? scale
        : null;

    /// <summary>Whether the word is a small number.</summary>
    public static bool IsSmall(string folded) => Small.ContainsKey(folded);

    /// <summary>The numbers spelled in the tokens: first token, the one after the last, value, whether ordinal, whether weak.</summary>
    public static IEnumerable<(int From, int To, decimal Value, bool IsOrdinal, bool IsWeak)> Find(
        IReadOnlyList<MessageToken> tokens
    )
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            if (Read(tokens, index) is { } read)
            {
                yield return (index, read.To, read.Value, false, read.IsWeak);
                index = read.To - 1;
            }
            else if (Ordinals.TryGetValue(tokens[index].Folded, out var ordinal))
            {
                yield return (index, index + 1, ordinal, true, false);
            }
        }
    }

    private static (int To, decimal Value, bool IsWeak)? Read(
        IReadOnlyList<MessageToken> tokens,
        int from
    )
    {
        decimal total = 0;
        decimal current = 0;
        var index = from;
        var hasDigits = false;
        var isWeak = false;
        if (tokens[from].Folded is "a" or "an")
        {
            // "a dozen", "a hundred"; "an hour" is one only where a unit follows.
            if (from + 1 >= tokens.Count)
            {
                return null;
            }

            if (ScaleOf(tokens[from + 1].Folded) is not null)
            {
                current = 1;
                index++;
            }
            else
            {
                return MeasureUnits.Of(tokens[from + 1].Folded) is { Name.Length: > 2 }
                    ? (from + 1, 1, true)
                    : null;
            }
        }

        for (; index < tokens.Count; index++)
        {
            var word = tokens[index].Folded;
            if (Small.TryGetValue(word, out var small))
            {
                var isFilled =
                    current % 100 != 0
                    && !(current % 100 >= 20 && current % 10 == 0 && small is > 0 and < 10);
                if (hasDigits && isFilled)
                {
                    break;
                }

                current += small;
                hasDigits = true;
            }
            else if (Tens.TryGetValue(word, out var tens))
            {
                if (hasDigits && current % 100 != 0)
                {
                    break;
                }

                current += tens;
                hasDigits = true;
            }
            else if (ScaleOf(word) is { } scale && (hasDigits || current > 0))
            {
                if (scale is 100 or 12)
                {
                    current *= scale;
                }
                else
                {
                    total += current * scale;
                    current = 0;
                }

                hasDigits = true;
            }
            else if (word is "dozen")
            {
                current = 12;
                hasDigits = true;
            }
            else if (
                word is "-"
                && hasDigits
                && index + 1 < tokens.Count
                && Small.ContainsKey(tokens[index + 1].Folded)
                && Tens.ContainsKey(tokens[index - 1].Folded)
            )
            {
                continue;
            }
            else if (
                word is "and"
                && hasDigits
                && total + current >= 100
                && index + 1 < tokens.Count
                && ScaleOf(tokens[index - 1].Folded) is not null
                && (
                    Small.ContainsKey(tokens[index + 1].Folded)
                    || Tens.ContainsKey(tokens[index + 1].Folded)
                )
            )
            {
                continue;
            }
            else if (
                word is "and"
                && hasDigits
                && index + 2 < tokens.Count
                && tokens[index + 1].Folded is "a"
                && tokens[index + 2].Folded is "half"
            )
            {
                current += 0.5m;
                index += 2;
            }
            else if (word is "half" && !hasDigits && index == from)
            {
                return index + 1 < tokens.Count && tokens[index + 1].Folded is "a" or "an"
                    ? (index + 2, 0.5m, false)
                    : null;
            }
            else
            {
                break;
            }
        }

        isWeak |= index == from + 1 && tokens[from].Folded is "one";
        return hasDigits ? (index, total + current, isWeak) : null;
    }

    private static FrozenDictionary<string, decimal> Numbered(string words, int from, int step) =>
        words
            .Split(' ')
            .Select((word, index) => (word, (decimal)(from + index * step)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
}
