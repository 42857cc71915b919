using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Benchmarks;

/// <summary>What choosing is held against: BM25 over name and description, over the candidates of one message.</summary>
internal static class Bm25
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    /// <summary>The index of the best; the first of equals.</summary>
    public static int Best(string message, IReadOnlyList<ConnectorDefinition> connectors)
    {
        var documents = connectors
            .Select(connector => Words.Stems($"{connector.Name} {connector.Description}"))
            .ToList();
        var length = Math.Max(1, documents.Average(document => document.Count));
        var stems = Words.Stems(message).Distinct(StringComparer.Ordinal).ToList();
        var best = 0;
        var most = double.MinValue;
        for (var at = 0; at < documents.Count; at++)
        {
            var score = stems.Sum(stem =>
            {
                var having = documents.Count(document => document.Contains(stem));
                var rarity = Math.Log(1 + ((documents.Count - having + 0.5) / (having + 0.5)));
                var count = documents[at].Count(word => word == stem);
                return rarity
                    * count
                    * (Saturation + 1)
                    / (
                        count
                        + (
                            Saturation
                            * (1 - LengthShare + (LengthShare * documents[at].Count / length))
                        )
                    );
            });
            if (score > most)
            {
                (best, most) = (at, score);
            }
        }

        return best;
    }
}
