using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Articles;

/// <summary>How much a word tells about the topic. Words that stand in almost every question tell little.</summary>
internal static class WordWeights
{
    private static readonly FrozenSet<string> Generic = Set(
        "check find look lookup fetch retrieve retrieval search view read list detail details info information inform number "
            + "id identifier account customer user client person name email api data current latest system record value field code "
            + "reference company support question team service thing world time today date day know update"
    );

    private static readonly FrozenSet<string> Weak = Set(
        "status state request history summary address type total recent make change add item"
    );

    /// <summary>1 for a word of the topic, less for words that are everywhere.</summary>
    public static double Of(string stem) =>
        Generic.Contains(stem) ? 0.25
        : Weak.Contains(stem) ? 0.45
        : 1;

    private static FrozenSet<string> Set(string words) =>
        words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(PorterStemmer.Stem)
            .ToFrozenSet(StringComparer.Ordinal);
}
