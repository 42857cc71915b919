using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>A word or sign of a message and where it stands.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">As written.</param>
/// <param name="Folded">In lower case without diacritics.</param>
/// <param name="Stem">Its stem.</param>
internal sealed record MessageToken(int Start, int End, string Text, string Folded, string Stem);

/// <summary>Takes a message apart into words with their places, and tells which word names a value.</summary>
internal static partial class MessageTokens
{
    private static readonly FrozenSet<string> Linkers = FrozenSet.ToFrozenSet(
        [
            "number",
            "no",
            "nr",
            "num",
            "id",
            "ids",
            "code",
            "ref",
            "reference",
            "is",
            "are",
            "was",
            "with",
            "the",
            "a",
            "an",
            "of",
            "called",
            "named",
            "my",
            "it",
            "it's",
            "its",
            "to",
            "be",
            "should",
            "value",
            "for",
            "address",
            "date",
            "on",
            ":",
            "=",
            "#",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> StrongLinkers = FrozenSet.ToFrozenSet(
        ["is", ":", "=", "called", "named", "to", "was", "are"],
        StringComparer.Ordinal
    );

    /// <summary>The words and the signs : = # of a message.</summary>
    public static IReadOnlyList<MessageToken> Of(string message) =>
        [
            .. Token()
                .Matches(message)
                .Select(match =>
                {
                    var folded = Words.Fold(match.Value);
                    return new MessageToken(
                        match.Index,
                        match.Index + match.Length,
                        match.Value,
                        folded,
                        PorterStemmer.Stem(folded)
                    );
                }),
        ];

    /// <summary>Whether the word only links a noun to its value: "order <b>number is</b> 1042".</summary>
    public static bool IsLinker(MessageToken token) => Linkers.Contains(token.Folded);

    /// <summary>Whether the link says that a value follows.</summary>
    public static bool IsStrongLinker(MessageToken token) => StrongLinkers.Contains(token.Folded);

    /// <summary>Whether one of <paramref name="nouns"/> stands before <paramref name="position"/> with only linkers between.</summary>
    public static bool IsLabelled(
        IReadOnlyList<MessageToken> tokens,
        int position,
        IReadOnlySet<string> nouns
    )
    {
        var looked = 0;
        for (var index = tokens.Count - 1; index >= 0 && looked < 6; index--)
        {
            if (tokens[index].End > position)
            {
                continue;
            }

            looked++;
            if (nouns.Contains(tokens[index].Stem))
            {
                return true;
            }

            if (!IsLinker(tokens[index]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether one of <paramref name="nouns"/> is the next word or the one after it: "3 <b>tickets</b>".</summary>
    public static bool IsFollowedBy(
        IReadOnlyList<MessageToken> tokens,
        int position,
        IReadOnlySet<string> nouns
    ) =>
        tokens
            .Where(token => token.Start >= position)
            .Take(2)
            .Any(token => nouns.Contains(token.Stem));

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’]\p{L}+)?|[:=#]", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
