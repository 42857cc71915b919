using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Reads a true/false input from a message that mentions it: "with gift wrap", "no express shipping".</summary>
internal static class Mentions
{
    private static readonly FrozenSet<string> Negations = Set(
        "no not without don't dont doesn't skip disable exclude excluding except never false omit isn't aren't needn't avoid hide minus",
        isStemmed: false
    );

    private static readonly FrozenSet<string> Cues = Set(
        "with including include includes included and plus also show add enable only please want need has have allows allow must should without no exclude excluding it's is are not that",
        isStemmed: false
    );

    private static readonly FrozenSet<string> Ignored = Set(
        "is has have with include included including enable enabled should want flag need use add show whether be if must return only get true false are the all was can to it in or and also do does not "
            + "required requested needed wanted allowed default by needs wants of for a an on at from its their they value option result results output display provide now include_all set etc",
        isStemmed: true
    );

    /// <summary>True or false when the message mentions what the input switches; null when it does not.</summary>
    public static bool? OfSwitch(ReadingContext context, InputTraits traits)
    {
        var tokens = context.Message.Tokens;
        if (PowerOf(tokens, traits) is { } isPowered)
        {
            return isPowered;
        }

        var nouns = traits.NameStems.Where(noun => !Ignored.Contains(noun)).Distinct().ToList();
        if (nouns.Count == 0)
        {
            nouns = [.. traits.DescriptionStems.Where(noun => !Ignored.Contains(noun)).Take(2)];
        }

        var places = nouns.ConvertAll(noun => PlaceOf(tokens, noun));
        if (nouns.Count == 0 || places.Count(place => place < 0) > (nouns.Count > 2 ? 1 : 0))
        {
            return null;
        }

        places.RemoveAll(place => place < 0);
        var first = places.Min();
        var last = places.Max();
        if (last - first > 6)
        {
            return null;
        }

        var isNegated =
            tokens
                .Take(first)
                .TakeLast(4)
                .Reverse()
                .TakeWhile(token =>
                    !token.IsSign && token.Folded is not ("and" or "but" or "with" or "including")
                )
                .Any(token => IsNegation(token, traits))
            || tokens.Skip(last + 1).Take(3).Any(token => token.Folded is "false" or "no" or "not")
                && !tokens
                    .Skip(last + 1)
                    .Take(3)
                    .Any(token => token.IsSign && token.Folded is not ("=" or ":"));
        if (isNegated)
        {
            return false;
        }

        // A word that names the connector's subject too switches nothing by itself.
        var isOwn = nouns.TrueForAll(noun => !IsElsewhere(context, traits, noun));
        return nouns.Count > 1 || isOwn || HasCue(tokens, first) ? true : null;
    }

    // "turn on the lamp", "switch it off"
    private static bool? PowerOf(IReadOnlyList<MessageToken> tokens, InputTraits traits)
    {
        if (!traits.NameHas("on", "power", "enabl", "activ", "off"))
        {
            return null;
        }

        for (var index = 0; index < tokens.Count; index++)
        {
            if (
                tokens[index].Folded
                is not ("turn" or "switch" or "turned" or "switched" or "power")
            )
            {
                continue;
            }

            var word = tokens
                .Skip(index + 1)
                .Take(6)
                .FirstOrDefault(token => token.Folded is "on" or "off");
            if (word is not null)
            {
                return word.Folded is "on" != traits.NameHas("off");
            }
        }

        return null;
    }

    private static bool IsElsewhere(ReadingContext context, InputTraits traits, string noun) =>
        context.Inputs.Any(other => !ReferenceEquals(other, traits) && other.Nouns.Contains(noun))
        || context.IsConnectorWord(noun);

    private static bool HasCue(IReadOnlyList<MessageToken> tokens, int first) =>
        tokens.Take(first).TakeLast(3).Any(token => Cues.Contains(token.Folded));

    private static int PlaceOf(IReadOnlyList<MessageToken> tokens, string noun)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            var stem = tokens[index].Stem;
            if (stem == noun || Relatives.Of(noun).Contains(stem) || IsKin(stem, noun))
            {
                return index;
            }
        }

        return -1;
    }

    // "delivery" and "delivered", "assembly" and "assembled": long words with one beginning.
    private static bool IsKin(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        return length >= 5
            && Math.Abs(one.Length - other.Length) <= 3
            && one.AsSpan(0, length - 1).SequenceEqual(other.AsSpan(0, length - 1));
    }

    private static bool IsNegation(MessageToken token, InputTraits traits) =>
        Negations.Contains(token.Folded) && !traits.NameStems.Contains(token.Stem);

    private static FrozenSet<string> Set(string words, bool isStemmed) =>
        words
            .Split(' ')
            .Select(word => isStemmed ? PorterStemmer.Stem(word) : word)
            .ToFrozenSet(StringComparer.Ordinal);
}
