using System.Collections.Frozen;

namespace DataConnectors.Core.Agent.Language;

/// <summary>How much a word tells about a topic, 0–1: rare words much, words that stand everywhere little.</summary>
internal static class WordRarity
{
    // Ranks in the language between which a word goes from telling nothing to telling all.
    private const double CommonRank = 60;
    private const double RareRank = 12_000;
    private const double Least = 0.12;
    private const double Unknown = 0.9;

    // What connectors of every topic do and give.
    private static readonly FrozenSet<string> Generic = Set(
        "calculate compute determine find look lookup fetch retrieve retrieval search view read list detail details info information inform "
            + "number id identifier account customer user client person name data record value field code reference company support "
            + "question team service thing check current latest system type given specific based particular provided return function "
            + "api tool result output input parameter format option optional default various different using want work tell show amount "
            + "total two three example certain bring start"
    );

    /// <summary>The weight of a word.</summary>
    /// <param name="stem">Its stem.</param>
    /// <param name="row">Its row among the vectors; -1 when it is not there.</param>
    public static double Of(string stem, int row)
    {
        if (Generic.Contains(stem))
        {
            return Least;
        }

        if (row < 0)
        {
            return Unknown;
        }

        var rank = WordVectors.Shared.RankOf(row);
        var place = Math.Log((rank + 1) / CommonRank) / Math.Log(RareRank / CommonRank);
        return Math.Clamp(Least + ((1 - Least) * place), 2 * Least, 1);
    }

    /// <summary>Whether connectors of every topic have the word.</summary>
    public static bool IsGeneric(string stem) => Generic.Contains(stem);

    private static FrozenSet<string> Set(string words) =>
        words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(PorterStemmer.Stem)
            .ToFrozenSet(StringComparer.Ordinal);
}
