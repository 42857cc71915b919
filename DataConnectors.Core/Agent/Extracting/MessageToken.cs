using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>A word, a number or a sign of a message and where it stands.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">As written.</param>
/// <param name="Folded">In lower case without diacritics.</param>
/// <param name="Stem">Its stem.</param>
internal sealed record MessageToken(int Start, int End, string Text, string Folded, string Stem)
{
    /// <summary>Whether it is made of letters.</summary>
    public bool IsWord { get; } = char.IsLetter(Text[0]);

    /// <summary>Whether it begins with a digit.</summary>
    public bool IsNumber { get; } = char.IsDigit(Text[0]);

    /// <summary>Whether it is written with a capital.</summary>
    public bool IsCapital { get; } =
        char.IsUpper(Text[0])
        || (Text.Length > 2 && char.IsLower(Text[0]) && char.IsUpper(Text[1]));

    /// <summary>Whether it is punctuation or another sign.</summary>
    public bool IsSign => !IsWord && !IsNumber;
}

/// <summary>Takes a message apart into words, numbers and signs.</summary>
internal static partial class MessageTokens
{
    /// <summary>The tokens of a message in order.</summary>
    public static IReadOnlyList<MessageToken> Of(string message) =>
        [
            .. Token()
                .Matches(message)
                .Select(match =>
                {
                    var folded = Words.Fold(match.Value);
                    var bare = folded.EndsWith("'s", StringComparison.Ordinal)
                        ? folded[..^2]
                        : folded;
                    return new MessageToken(
                        match.Index,
                        match.Index + match.Length,
                        match.Value,
                        folded,
                        PorterStemmer.Stem(bare)
                    );
                }),
        ];

    [GeneratedRegex(
        @"\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*\d[\p{L}\p{N}]*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|[^\s\p{L}\p{N}\p{Cs}]",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex Token();
}
