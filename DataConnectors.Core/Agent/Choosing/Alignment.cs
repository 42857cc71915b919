using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>How near each word of one message is to a word of a connector; each such word is looked up once for a message.</summary>
internal sealed class Alignment(MessageTerms message)
{
    // Cosines from unrelated to as good as the same; what is not said in the same word is never worth as much.
    private const float Unrelated = 0.5f;
    private const float Related = 0.82f;
    private const float MostForRelated = 0.9f;
    private const float Hinted = 0.7f;

    private readonly Dictionary<string, float[]> known = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, double>[] synonyms =
    [
        .. message.Terms.Select(term => Synonyms.Of(term.Term.Stem)),
    ];

    /// <summary>The message's words.</summary>
    public MessageTerms Message { get; } = message;

    /// <summary>For each of the message's words, 0–1: 1 for the same word, 0 for an unrelated one.</summary>
    public float[] Of(Term term)
    {
        if (!known.TryGetValue(term.Word, out var nearness))
        {
            nearness = new float[Message.Terms.Count];
            var spelledOut = Message.Abbreviations.Of(term.Word);
            for (var index = 0; index < nearness.Length; index++)
            {
                nearness[index] = Of(term, index, spelledOut);
            }

            known.Add(term.Word, nearness);
        }

        return nearness;
    }

    private float Of(Term term, int index, IReadOnlyList<string> spelledOut)
    {
        var said = Message.Terms[index];
        var most = said.IsHint ? Hinted : 1;
        if (string.Equals(said.Term.Stem, term.Stem, StringComparison.Ordinal))
        {
            return most;
        }

        if (spelledOut.Contains(said.Term.Word, StringComparer.Ordinal) && IsRare(term))
        {
            return most;
        }

        var related = synonyms[index].TryGetValue(term.Stem, out var synonym) ? (float)synonym : 0;
        if (said.Term.Row >= 0 && term.Row >= 0)
        {
            var cosine = WordVectors.Shared.Nearness(said.Term.Row, term.Row);
            var share = Math.Clamp((cosine - Unrelated) / (Related - Unrelated), 0, 1);
            related = Math.Max(related, share * MostForRelated);
        }

        return most * related;
    }

    // "for" is no abbreviation.
    private static bool IsRare(Term term) => term.Row < 0 || term.Weight > 0.6;
}
