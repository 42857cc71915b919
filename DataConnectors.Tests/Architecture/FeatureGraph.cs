using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace DataConnectors.Tests.Architecture;

/// <summary>Who uses whom: the edges between the folders below a root namespace, read from the compiled code.</summary>
internal sealed class FeatureGraph
{
    private FeatureGraph(IReadOnlySet<(string From, string To)> edges) => Edges = edges;

    /// <summary>Every edge between two different features.</summary>
    public IReadOnlySet<(string From, string To)> Edges { get; }

    /// <summary>Reads the features of one assembly.</summary>
    public static FeatureGraph Of(Assembly assembly, string rootNamespace)
    {
        var architecture = new ArchLoader().LoadAssemblies(assembly).Build();
        var edges = new HashSet<(string, string)>();
        foreach (var type in architecture.Types)
        {
            foreach (var target in type.Dependencies.Select(dependency => dependency.Target))
            {
                if (
                    FeatureOf(type, rootNamespace) is { } from
                    && FeatureOf(target, rootNamespace) is { } to
                    && from != to
                )
                {
                    edges.Add((from, to));
                }
            }
        }

        return new FeatureGraph(edges);
    }

    /// <summary>The same graph without the edges to one feature.</summary>
    public FeatureGraph Without(string feature) =>
        new(Edges.Where(edge => edge.To != feature).ToHashSet());

    /// <summary>Edges that <paramref name="allowed"/> does not list.</summary>
    public IEnumerable<(string From, string To)> Unlisted(
        IReadOnlyDictionary<string, string[]> allowed
    ) => Edges.Where(edge => !allowed.GetValueOrDefault(edge.From, []).Contains(edge.To)).Order();

    /// <summary>Listed edges that the code no longer has.</summary>
    public IEnumerable<(string From, string To)> Unused(
        IReadOnlyDictionary<string, string[]> allowed
    ) =>
        allowed
            .SelectMany(entry => entry.Value.Select(to => (From: entry.Key, To: to)))
            .Where(edge => !Edges.Contains(edge))
            .Order();

    /// <summary>Features that lead back to themselves.</summary>
    public IEnumerable<string> InCycle() =>
        Edges
            .Select(edge => edge.From)
            .Distinct()
            .Where(feature => Reaches(feature, feature, []))
            .Order();

    private bool Reaches(string from, string goal, HashSet<string> seen) =>
        Edges
            .Where(edge => edge.From == from)
            .Any(edge => edge.To == goal || (seen.Add(edge.To) && Reaches(edge.To, goal, seen)));

    private static string? FeatureOf(IType type, string rootNamespace)
    {
        // Types outside the assembly may have no namespace of their own.
        var name = type.Namespace?.FullName ?? "";
        return name.StartsWith(rootNamespace + ".", StringComparison.Ordinal)
            ? name[(rootNamespace.Length + 1)..].Split('.')[0]
            : null;
    }
}
