using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>Decides which facts a question is about, and which are worth saying at all.</summary>
internal sealed class FactRanking
{
    private const double Named = 3;

    private readonly HashSet<string> stems;
    private readonly bool asksWhen;
    private readonly bool asksHowMuch;
    private readonly bool asksHowMany;
    private readonly bool asksWhere;
    private readonly bool asksWho;

    /// <summary>Reads the question.</summary>
    public FactRanking(string question)
    {
        stems = [.. Words.Stems(question)];
        var words = Words.Split(question).ToHashSet(StringComparer.Ordinal);
        var folded = Words.Fold(question);
        asksWhen = words.Contains("when") || folded.Contains("how long", StringComparison.Ordinal);
        asksHowMuch =
            folded.Contains("how much", StringComparison.Ordinal) || words.Contains("cost");
        asksHowMany = folded.Contains("how many", StringComparison.Ordinal);
        asksWhere = words.Contains("where");
        asksWho = words.Contains("who") || words.Contains("whose");
    }

    /// <summary>How much the question is about a fact; 0 not at all.</summary>
    public double Relevance(Fact fact)
    {
        var relevance = WordRelevance(fact.Label);
        if (fact.Kind == FactKind.Money && !asksHowMuch && relevance < Named)
        {
            // "Where is my order" is not about the shipping fee.
            relevance = 0;
        }

        if (fact.Kind == FactKind.Text)
        {
            relevance += 2 * Words.Stems(fact.Text).Take(12).Count(stems.Contains);
        }

        relevance += fact.Kind switch
        {
            FactKind.Date when asksWhen => 2,
            FactKind.Money when asksHowMuch => 2,
            FactKind.Number when asksHowMany || asksHowMuch => 1,
            _ => 0,
        };
        var label = Words.Split(fact.Label);
        if (
            asksWhere
            && label.Any(word =>
                word is "status" or "location" or "tracking" or "carrier" or "address" or "city"
            )
        )
        {
            relevance += 1.5;
        }

        if (
            asksWho
            && label.Any(word => word is "name" or "email" or "agent" or "owner" or "driver")
        )
        {
            relevance += 1.5;
        }

        return relevance > 0 && IsTechnical(label) ? relevance * 0.3 : relevance;
    }

    /// <summary>How much the question is about a list.</summary>
    public double Relevance(FactList list) =>
        WordRelevance(list.Label) + (2 * list.Items.Count(Mentions)) + (asksHowMany ? 1 : 0);

    /// <summary>Whether the question names what the text is about.</summary>
    public bool Mentions(string text) => Words.Stems(text).Any(stems.Contains);

    /// <summary>How much a fact is worth when nothing was asked in particular.</summary>
    public static double Importance(Fact fact)
    {
        var label = Words.Split(fact.Label);
        if (fact.Kind == FactKind.Missing)
        {
            return 0;
        }

        if (IsTechnical(label))
        {
            return 0.3;
        }

        if (label.Any(word => word is "status" or "state"))
        {
            return 5;
        }

        return fact.Kind switch
        {
            FactKind.Date => 3,
            FactKind.Money when label.Any(word => word is "subtotal" or "tax" or "fee") => 2.5,
            FactKind.Money => 3,
            _ when label.Any(word =>
                    word
                        is "tracking"
                            or "available"
                            or "availability"
                            or "stock"
                            or "eta"
                            or "balance"
                            or "plan"
                ) => 3,
            _ when label.Any(word => word is "name" or "title") => 2,
            FactKind.YesOrNo => 1.5,
            _ => 1,
        };
    }

    private static bool IsTechnical(IReadOnlyList<string> label) =>
        label.Count > 0
        && (
            label[^1]
                is "id"
                    or "uuid"
                    or "guid"
                    or "url"
                    or "href"
                    or "link"
                    or "etag"
                    or "hash"
                    or "version"
                    or "object"
                    or "type"
            || label.Any(word => word is "created" or "updated" or "modified")
        );

    private double WordRelevance(string label)
    {
        var relevance = 0.0;
        foreach (var stem in Words.Stems(label).Distinct(StringComparer.Ordinal))
        {
            relevance +=
                stems.Contains(stem) ? Named
                : Synonyms.Of(stem).Any(related => stems.Contains(related.Key)) ? 1.2
                : 0;
        }

        return relevance;
    }
}
