using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>A word as choosing sees it.</summary>
/// <param name="Word">In lower case without diacritics.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="Row">Its row among the word vectors; -1 when it is not there.</param>
/// <param name="Weight">How much it tells about a topic, 0–1.</param>
internal sealed record Term(string Word, string Stem, int Row, double Weight)
{
    /// <summary>Reads a word in lower case.</summary>
    public static Term Of(string word)
    {
        var stem = PorterStemmer.Stem(word);
        var row = RowOf(word);
        return new Term(word, stem, row, WordRarity.Of(stem, row));
    }

    // Of rare words only the dictionary form ships.
    private static int RowOf(string word)
    {
        var vectors = WordVectors.Shared;
        var row = vectors.RowOf(word);
        foreach (var (suffix, by) in Inflections)
        {
            if (row >= 0)
            {
                break;
            }

            if (word.Length > suffix.Length + 2 && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                row = vectors.RowOf(string.Concat(word.AsSpan(0, word.Length - suffix.Length), by));
            }
        }

        return row;
    }

    private static readonly (string Suffix, string By)[] Inflections =
    [
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
    ];
}
