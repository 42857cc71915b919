namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Reads a true/false input from a message that mentions it: "with gift wrap", "no express shipping".</summary>
internal static class Mentions
{
    private static readonly string[] Negations =
    [
        "no",
        "not",
        "without",
        "don't",
        "dont",
        "doesn't",
        "skip",
        "disable",
        "exclude",
        "never",
        "false",
    ];

    private static readonly string[] Ignored =
    [
        "is",
        "has",
        "with",
        "includ",
        "enabl",
        "should",
        "want",
        "flag",
        "need",
        "us",
        "add",
    ];

    /// <summary>True or false when every word of the input's name is in the message; null when it is not.</summary>
    public static bool? OfSwitch(IReadOnlyList<MessageToken> tokens, InputTraits traits)
    {
        var nouns = traits
            .Nouns.Where(noun => !Ignored.Contains(noun, StringComparer.Ordinal))
            .ToList();
        if (nouns.Count == 0)
        {
            return null;
        }

        var places = nouns.ConvertAll(noun =>
            Enumerable
                .Range(0, tokens.Count)
                .FirstOrDefault(
                    index => string.Equals(tokens[index].Stem, noun, StringComparison.Ordinal),
                    -1
                )
        );
        if (places.Contains(-1))
        {
            return null;
        }

        var first = places.Min();
        var last = places.Max();
        var isNegated =
            tokens.Take(first).TakeLast(4).Any(IsNegation)
            || tokens.Skip(last + 1).Take(3).Any(token => token.Folded is "false" or "no");
        return !isNegated;
    }

    private static bool IsNegation(MessageToken token) =>
        Negations.Contains(token.Folded.Replace('’', '\''), StringComparer.Ordinal);
}
