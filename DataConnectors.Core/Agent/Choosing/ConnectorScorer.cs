namespace DataConnectors.Core.Agent.Choosing;

/// <summary>
/// Weighs connectors against a message. Two numbers meet: how much evidence there is at all (so that a lone candidate is not
/// chosen for want of another) and how well a connector does beside the others (BM25's rarity over the candidates).
/// </summary>
internal static class ConnectorScorer
{
    private const double EvidenceForHalf = 0.45;
    private const double HintWeight = 0.35;
    private const double PhraseBonus = 0.15;
    private const double ValueBonus = 0.2;

    /// <summary>A score of 0–1 for each of <paramref name="connectors"/>, in their order.</summary>
    /// <param name="message">What is asked.</param>
    /// <param name="connectors">The connectors.</param>
    /// <param name="hasFittingValue">For each connector, whether the message holds a value in the format of a required input.</param>
    public static IReadOnlyList<double> Score(
        MessageTerms message,
        IReadOnlyList<ConnectorTerms> connectors,
        IReadOnlyList<bool> hasFittingValue
    )
    {
        var terms = message
            .Stems.Select(stem => (Stem: stem, Weight: WordWeights.Of(stem)))
            .Concat(
                message.Hints.Select(stem =>
                    (Stem: stem, Weight: HintWeight * WordWeights.Of(stem))
                )
            )
            .Select(term => new TermMatches(
                term.Stem,
                term.Weight,
                [.. connectors.Select(connector => connector.Match(term.Stem))]
            ))
            .ToList();
        var bestPossible = terms.Sum(term => term.Weight * term.Rarity * term.Best);

        return
        [
            .. connectors.Select(
                (connector, index) =>
                    Score(message, connector, terms, index, bestPossible, hasFittingValue[index])
            ),
        ];
    }

    private static double Score(
        MessageTerms message,
        ConnectorTerms connector,
        List<TermMatches> terms,
        int index,
        double bestPossible,
        bool hasFittingValue
    )
    {
        var evidence =
            terms.Sum(term => term.Weight * term.Matches[index])
            + (PhraseBonus * CountPhrases(message.Stems, connector.NameStems));
        if (hasFittingValue)
        {
            evidence += ValueBonus;
        }

        if (evidence <= 0)
        {
            return 0;
        }

        var share =
            bestPossible > 0
                ? terms.Sum(term => term.Weight * term.Rarity * term.Matches[index]) / bestPossible
                : 1;
        var score =
            evidence
            / (evidence + EvidenceForHalf)
            * (0.5 + (0.5 * share))
            * (0.65 + (0.35 * Math.Sqrt(Understood(message, terms, index))));
        return Math.Clamp(score * Fitness(message, connector), 0, 1);
    }

    /// <summary>How much of what the message says has to do with the connector.</summary>
    private static double Understood(MessageTerms message, List<TermMatches> terms, int index)
    {
        var said = terms.Take(message.Stems.Count).ToList();
        var all = said.Sum(term => term.Weight);
        return all <= 0
            ? 1
            : said.Where(term => term.Matches[index] > 0).Sum(term => term.Weight) / all;
    }

    /// <summary>Whether telling and changing agree between message and connector; a factor.</summary>
    private static double Fitness(MessageTerms message, ConnectorTerms connector)
    {
        var factor = 1.0;
        if (connector.ActionStems.Count > 0 && connector.IsWrite)
        {
            // Nobody gets a subscription cancelled who did not speak of cancelling.
            var wanted = message.Stems.Concat(message.Hints).ToList();
            var topics = connector.NameStems.Where(stem => !ActionWords.NamesAnAction(stem));
            var isNamed = connector.ActionStems.Any(action =>
                wanted.Any(stem =>
                    string.Equals(stem, action, StringComparison.Ordinal)
                    || Language.Synonyms.Of(stem).ContainsKey(action)
                        && !topics.Contains(stem, StringComparer.Ordinal)
                )
            );
            factor *= isNamed ? 1.08 : 0.4;
        }

        if (connector.IsWrite && message.OnlyAsks)
        {
            factor *= 0.6;
        }

        if (
            !connector.IsWrite
            && !message.OnlyAsks
            && message.Stems.Where(ActionWords.DemandsAnAction).ToList() is { Count: > 0 } demands
            && !demands.Exists(demand => connector.Match(demand) > 0.3)
        )
        {
            factor *= 0.45;
        }

        if (message.Stems.Any(connector.Excludes))
        {
            factor *= 0.5;
        }

        return factor;
    }

    private static int CountPhrases(IReadOnlyList<string> message, IReadOnlyList<string> name)
    {
        var count = 0;
        for (var index = 1; index < message.Count; index++)
        {
            for (var at = 1; at < name.Count; at++)
            {
                if (
                    string.Equals(message[index], name[at], StringComparison.Ordinal)
                    && string.Equals(message[index - 1], name[at - 1], StringComparison.Ordinal)
                )
                {
                    count++;
                }
            }
        }

        return count;
    }

    private sealed record TermMatches(string Stem, double Weight, IReadOnlyList<double> Matches)
    {
        public double Best { get; } = Matches.Max();

        /// <summary>BM25's inverse document frequency, scaled so that a word of one connector among many is 1.</summary>
        public double Rarity { get; } = RarityOf(Matches);

        private static double RarityOf(IReadOnlyList<double> matches)
        {
            var all = matches.Count;
            var having = matches.Count(match => match > 0.15);
            var rarity = Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));
            var rarest = Math.Log(1 + ((all + 0.5) / 0.5));
            return 0.3 + (0.7 * rarity / rarest);
        }
    }
}
