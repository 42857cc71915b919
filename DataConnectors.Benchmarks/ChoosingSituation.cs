using DataConnectors.Core.Connectors;
using DataConnectors.Tests.Core.Agent.Choosing;

namespace DataConnectors.Benchmarks;

/// <summary>A message before a set of connectors.</summary>
/// <param name="Domain">Where the message comes from.</param>
/// <param name="Message">The message.</param>
/// <param name="Kind">How hard it is.</param>
/// <param name="Connectors">The candidates.</param>
/// <param name="Expected">The index of the one that fits; -1 for none.</param>
internal sealed record ChoosingSituation(
    string Domain,
    string Message,
    CaseKind Kind,
    IReadOnlyList<ConnectorDefinition> Connectors,
    int Expected
)
{
    private const int Few = 3;
    private const int Many = 40;

    /// <summary>The cases as they are published.</summary>
    public static IEnumerable<ChoosingSituation> AsPublished(ChoosingDomain domain) =>
        domain.Cases.Select(@case =>
            Of(domain, @case, @case.Kind, [.. domain.Of(@case)], @case.Expected)
        );

    /// <summary>The same messages before few and before many connectors, and before the wrong ones only.</summary>
    public static IEnumerable<ChoosingSituation> Varied(
        ChoosingDomain domain,
        IReadOnlyList<ChoosingDomain> all,
        int seed
    )
    {
        var random = new Random(seed);
        var strangers = all.Where(other => other != domain)
            .SelectMany(other => other.Connectors)
            .ToArray();
        foreach (var @case in domain.Cases)
        {
            var others = domain
                .Connectors.Where(connector => connector.Name != @case.Expected)
                .ToArray();
            random.Shuffle(others);
            random.Shuffle(strangers);
            if (@case.Expected is { } expected)
            {
                var right = domain.Connectors.Single(connector => connector.Name == expected);
                yield return Of(domain, @case, @case.Kind, [right], expected);
                yield return Of(domain, @case, @case.Kind, [right, others[0]], expected);
                yield return Of(
                    domain,
                    @case,
                    @case.Kind,
                    [others[1], right, others[2], others[3]],
                    expected
                );
                yield return Of(
                    domain,
                    @case,
                    @case.Kind,
                    [.. domain.Connectors, .. strangers.Take(Many - domain.Connectors.Count)],
                    expected
                );
                if (@case.Kind == CaseKind.Clear)
                {
                    yield return Of(domain, @case, CaseKind.None, [others[4]], null);
                    yield return Of(
                        domain,
                        @case,
                        CaseKind.None,
                        [.. others.Skip(5).Take(2)],
                        null
                    );
                    yield return Of(domain, @case, CaseKind.None, [.. strangers.Take(Few)], null);
                }
            }
            else if (@case.Among is { } among)
            {
                yield return Of(
                    domain,
                    @case,
                    CaseKind.None,
                    [.. domain.Connectors.Where(connector => connector.Name == among[0])],
                    null
                );
            }
        }
    }

    private static ChoosingSituation Of(
        ChoosingDomain domain,
        ChoosingCase @case,
        CaseKind kind,
        IReadOnlyList<ConnectorDefinition> connectors,
        string? expected
    ) =>
        new(
            domain.Domain,
            @case.Message,
            kind,
            connectors,
            expected is null
                ? -1
                : connectors.Index().First(pair => pair.Item.Name == expected).Index
        );
}
