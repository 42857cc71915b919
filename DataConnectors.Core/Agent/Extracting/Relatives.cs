using System.Collections.Frozen;
using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Other words with which people say what an input is named: "10 meters <b>high</b>" is a height.</summary>
internal static class Relatives
{
    private static readonly string[] Groups =
    [
        "height high tall altitude",
        "width wide",
        "length long",
        "depth deep",
        "thickness thick",
        "weight weigh weighs weighing heavy mass",
        "age old aged",
        "speed fast velocity",
        "temperature hot cold warm",
        "distance far away apart",
        "people persons person guests guest adults passengers participants members attendees friends players",
        "passengers passenger adults people persons",
        "price cost costs costing pay worth",
        "amount sum total",
        "budget spend spending",
        "quantity count pieces copies units items",
        "principal invest invested investment deposit initial",
        "loan borrow borrowed mortgage",
        "rate percent percentage interest",
        "probability chance odds likelihood",
        "trials tosses flips attempts throws experiments",
        "successes heads wins",
        "salary income earn earns earning wage",
        "duration length long lasting",
        "years year yearly annual term",
        "limit top first count results maximum max",
        "top best first limit",
        "max maximum under below highest most upper",
        "min minimum over above lowest least lower",
        "day days",
        "night nights",
        "bedrooms bedroom bed beds br rooms",
        "valued value worth",
        "title name called named titled entitled",
        "sides sided side",
        "year published released filed",
        "word meaning define",
        "children child kids kid",
        "rating rated stars star",
        "initial start starting begin beginning",
        "final end ending",
        "coats coat layers",
        "gravity gravitational",
        "repeat repeats repeating repeated",
        "delivery delivered deliver",
        "pets pet",
        "assembly assembled assemble",
        "recipient to",
        "film movie",
        "lawyer attorney",
        "car vehicle",
        "dish recipe meal",
        "game games",
        "bill check",
        "frequency tone hertz",
        "symbol ticker stock",
        "population people inhabitants",
        "volume loudness",
        "exponent power",
        "rating rated above",
        "magnitude stronger",
        "servings people persons serves",
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> Table = Build();

    /// <summary>Stems that may stand for <paramref name="stem"/>, without itself.</summary>
    public static IReadOnlySet<string> Of(string stem) =>
        Table.TryGetValue(stem, out var relatives) ? relatives : FrozenSet<string>.Empty;

    private static FrozenDictionary<string, FrozenSet<string>> Build()
    {
        var table = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var group in Groups)
        {
            var stems = group.Split(' ').Select(PorterStemmer.Stem).ToList();
            foreach (var stem in stems)
            {
                if (!table.TryGetValue(stem, out var relatives))
                {
                    table[stem] = relatives = new HashSet<string>(StringComparer.Ordinal);
                }

                relatives.UnionWith(stems.Where(other => other != stem));
            }
        }

        return table.ToFrozenDictionary(
            pair => pair.Key,
            pair => pair.Value.ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
