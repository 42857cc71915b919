using System.Runtime.InteropServices;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Weighs one message against the connectors that may be chosen: gives the evidence for each.</summary>
internal sealed class Weighing
{
    private static readonly int Kinds = Enum.GetValues<Evidence>().Length;

    // What stands in the name says most of what a connector is about, the inputs' descriptions least.
    private const float InName = 1;
    private const float InDescription = 0.9f;
    private const float InInput = 0.7f;
    private const float Explained = 0.5f;

    // Who is near the best, and how different a word must be among them to tell them apart.
    private const int MostNear = 5;
    private const double NearShare = 0.6;
    private const float Told = 0.2f;

    private readonly MessageTerms message;
    private readonly Alignment alignment;
    private readonly float[] direction;
    private readonly double allWeight;
    private readonly double allHead;

    private Weighing(MessageTerms message)
    {
        this.message = message;
        alignment = new Alignment(message);
        direction = Directions.Of(
            message.Terms.Select(term =>
                (term.Term, term.IsHint ? 0.3 : term.Weight / Math.Max(0.01, term.Term.Weight))
            )
        );
        allWeight = Math.Max(0.01, message.Terms.Sum(term => term.Weight));
        allHead = Math.Max(0.01, message.Terms.Sum(term => term.Head));
    }

    /// <summary>The evidence for each connector, in their order.</summary>
    public static IReadOnlyList<double[]> Of(
        MessageTerms message,
        IReadOnlyList<ConnectorTerms> connectors
    )
    {
        var weighing = new Weighing(message);
        var all = new List<(double[] Evidence, float[] Met)>(connectors.Count);
        foreach (var connector in connectors)
        {
            all.Add(weighing.Alone(connector));
        }

        weighing.Compare(all);
        weighing.CompareNearest(all, connectors);
        return all.ConvertAll(pair => pair.Evidence);
    }

    private (double[] Evidence, float[] Met) Alone(ConnectorTerms connector)
    {
        var evidence = new double[Kinds];
        var met = new float[message.Terms.Count];
        var said = new bool[message.Terms.Count];
        var name = new Share();
        var nameSaid = new Share();
        var description = new Share();
        var nameMissing = 0.0;
        foreach (var term in connector.Terms)
        {
            var nearness = alignment.Of(term.Term);
            var strength =
                (term.Places & (TermPlace.Name | TermPlace.Example)) != TermPlace.None ? InName
                : term.Places.HasFlag(TermPlace.Description) ? InDescription
                : InInput;
            var best = 0f;
            for (var index = 0; index < nearness.Length; index++)
            {
                var near = nearness[index];
                if (near <= 0)
                {
                    continue;
                }

                met[index] = Math.Max(met[index], strength * near);
                said[index] |= near >= 1;
                best = Math.Max(best, near);
            }

            if (term.Places.HasFlag(TermPlace.Name))
            {
                name.Add(term.Term.Weight, best);
                nameSaid.Add(term.Term.Weight, best >= 1 ? 1 : 0);
                nameMissing = Math.Max(nameMissing, term.Term.Weight * (1 - best));
            }

            if (term.Places.HasFlag(TermPlace.Description))
            {
                description.Add(term.Term.Weight, best);
            }
        }

        Abbreviate(connector, met, said);
        double meant = 0,
            saidShare = 0,
            headMeant = 0,
            headSaid = 0,
            headMissing = 0;
        for (var index = 0; index < met.Length; index++)
        {
            var term = message.Terms[index];
            meant += term.Weight * met[index];
            headMeant += term.Head * met[index];
            headMissing = Math.Max(headMissing, term.Head * (1 - met[index]));
            if (said[index])
            {
                saidShare += term.Weight;
                headSaid += term.Head;
            }
        }

        evidence[(int)Evidence.Start] = 1;
        evidence[(int)Evidence.Said] = saidShare / allWeight;
        evidence[(int)Evidence.Meant] = meant / allWeight;
        evidence[(int)Evidence.HeadSaid] = headSaid / allHead;
        evidence[(int)Evidence.HeadMeant] = headMeant / allHead;
        evidence[(int)Evidence.NameSaid] = nameSaid.Value;
        evidence[(int)Evidence.NameMeant] = name.Value;
        evidence[(int)Evidence.DescriptionMeant] = description.Value;
        evidence[(int)Evidence.Nearness] = Directions.Nearness(direction, connector.Direction);
        evidence[(int)Evidence.Pairs] =
            Math.Min(3, message.Pairs.Count(connector.Pairs.Contains)) / 3.0;
        evidence[(int)Evidence.HeadMissing] = headMissing;
        evidence[(int)Evidence.NameMissing] = nameMissing;
        evidence[(int)Evidence.Amount] = Math.Log(1 + meant);
        evidence[(int)Evidence.HeadAndName] = evidence[(int)Evidence.HeadMeant] * name.Value;
        evidence[(int)Evidence.BothMeant] = evidence[(int)Evidence.Meant] * description.Value;
        evidence[(int)Evidence.Example] = ExampleOf(connector);
        ValueEvidence.Add(evidence, message.Values, connector, alignment);
        ActionEvidence.Add(evidence, message, connector, met);
        return (evidence, met);
    }

    private void Abbreviate(ConnectorTerms connector, float[] met, bool[] said)
    {
        for (var index = 0; index < met.Length; index++)
        {
            var term = message.Terms[index].Term;
            if (
                !said[index]
                && (term.Row < 0 || term.Weight > 0.6)
                && connector.Abbreviations.Of(term.Word).Count > 0
            )
            {
                met[index] = 1;
                said[index] = true;
            }
        }
    }

    private double ExampleOf(ConnectorTerms connector)
    {
        var best = 0.0;
        foreach (var example in connector.Examples)
        {
            var shared = message.Terms.Count(term =>
                !term.IsHint && example.Contains(term.Term.Stem)
            );
            var words = message.Terms.Count(term => !term.IsHint);
            best = Math.Max(best, 2.0 * shared / Math.Max(1, example.Count + words));
        }

        return best;
    }

    /// <summary>Adds how each does beside the others.</summary>
    private void Compare(List<(double[] Evidence, float[] Met)> all)
    {
        var words = message.Terms.Count;
        var rarity = new double[words];
        for (var index = 0; index < words; index++)
        {
            var having = 0;
            foreach (var (_, met) in all)
            {
                having += met[index] > Explained ? 1 : 0;
            }

            // BM25's inverse document frequency.
            rarity[index] = Math.Log(1 + ((all.Count - having + 0.5) / (having + 0.5)));
        }

        var scores = new double[all.Count];
        for (var at = 0; at < all.Count; at++)
        {
            for (var index = 0; index < words; index++)
            {
                scores[at] +=
                    (message.Terms[index].Weight + (message.Terms[index].IsHint ? 0.15 : 0))
                    * rarity[index]
                    * all[at].Met[index];
            }
        }

        var (best, second) = BestTwo(scores);
        var (bestName, _) = BestTwo([
            .. all.Select(pair => pair.Evidence[(int)Evidence.NameMeant]),
        ]);
        for (var at = 0; at < all.Count; at++)
        {
            var evidence = all[at].Evidence;
            if (best > 0)
            {
                evidence[(int)Evidence.Behind] = (scores[at] / best) - 1;
                evidence[(int)Evidence.Ahead] =
                    scores[at] >= best && all.Count > 1 ? 1 - (second / best) : 0;
            }

            evidence[(int)Evidence.NameBehind] = evidence[(int)Evidence.NameMeant] - bestName;
        }
    }

    /// <summary>Adds what tells those that come near the best apart: the rest of what they have is the same.</summary>
    private void CompareNearest(
        List<(double[] Evidence, float[] Met)> all,
        IReadOnlyList<ConnectorTerms> connectors
    )
    {
        var close = Enumerable
            .Range(0, all.Count)
            .Select(at => (At: at, Score: Roughly(all[at].Evidence)))
            .OrderByDescending(pair => pair.Score)
            .Take(MostNear)
            .ToList();
        var near = close
            .Where(pair => pair.Score > 0 && pair.Score >= NearShare * close[0].Score)
            .Select(pair => pair.At)
            .ToList();
        var bestValues =
            near.Count == 0 ? 0 : near.Max(at => all[at].Evidence[(int)Evidence.ValuesTaken]);
        var bestFilled =
            near.Count == 0 ? 0 : near.Max(at => all[at].Evidence[(int)Evidence.InputsFilled]);
        foreach (var at in near)
        {
            var evidence = all[at].Evidence;
            evidence[(int)Evidence.ValuesBehind] = evidence[(int)Evidence.ValuesTaken] - bestValues;
            evidence[(int)Evidence.FilledBehind] =
                evidence[(int)Evidence.InputsFilled] - bestFilled;
        }

        if (near.Count < 2)
        {
            return;
        }

        var distinct = new Share[near.Count];
        for (var index = 0; index < message.Terms.Count; index++)
        {
            var least = near.Min(at => all[at].Met[index]);
            var most = near.Max(at => all[at].Met[index]);
            if (most - least < Told)
            {
                continue;
            }

            var weight =
                (
                    message.Terms[index].Weight
                    + (message.Terms[index].IsHint ? 0.3 * message.Terms[index].Term.Weight : 0)
                ) * (most - least);
            for (var place = 0; place < near.Count; place++)
            {
                distinct[place].Add(weight, (all[near[place]].Met[index] - least) / (most - least));
            }
        }

        for (var place = 0; place < near.Count; place++)
        {
            var at = near[place];
            all[at].Evidence[(int)Evidence.DistinctMet] = distinct[place].Value;
            var missing = new Share();
            foreach (
                var term in connectors[at].Terms.Where(term => term.Places.HasFlag(TermPlace.Name))
            )
            {
                var isOwn = !near.Exists(other =>
                    other != at
                    && connectors[other].NameStems.Contains(term.Term.Stem, StringComparer.Ordinal)
                );
                if (isOwn)
                {
                    missing.Add(
                        Math.Max(0.3, term.Term.Weight),
                        1 - alignment.Of(term.Term).Append(0).Max()
                    );
                }
            }

            all[at].Evidence[(int)Evidence.OwnMissing] = missing.Value;
        }
    }

    private static double Roughly(double[] evidence) =>
        evidence[(int)Evidence.Meant]
        + (0.5 * evidence[(int)Evidence.NameMeant])
        + (0.3 * evidence[(int)Evidence.DescriptionMeant])
        + (0.5 * evidence[(int)Evidence.Nearness]);

    private static (double Best, double Second) BestTwo(double[] values)
    {
        double best = 0,
            second = 0;
        foreach (var value in values)
        {
            if (value > best)
            {
                (best, second) = (value, best);
            }
            else if (value > second)
            {
                second = value;
            }
        }

        return (best, second);
    }

    /// <summary>A weighted mean in the making.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Share
    {
        private double met;
        private double all;

        public readonly double Value => all <= 0 ? 0 : met / all;

        public void Add(double weight, double value)
        {
            met += weight * value;
            all += weight;
        }
    }
}
