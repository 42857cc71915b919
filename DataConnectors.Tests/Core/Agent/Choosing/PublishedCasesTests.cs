using DataConnectors.Core.Agent.Choosing;

namespace DataConnectors.Tests.Core.Agent.Choosing;

/// <summary>The published cases, chosen among as Fin does. The floors lie a little below what docs/AGENT.md says.</summary>
public sealed class PublishedCasesTests
{
    private static readonly IReadOnlyList<ChoosingDomain> Domains = ChoosingDomain.ReadAll(
        Path.Combine(AppContext.BaseDirectory, "Core", "Agent", "Choosing", "Cases")
    );

    [Theory]
    [InlineData(false, "Clear", 86)]
    [InlineData(false, "Hard", 90)]
    [InlineData(false, "None", 90)]
    [InlineData(true, "Clear", 82)]
    [InlineData(true, "Hard", 84)]
    [InlineData(true, "None", 82)]
    public void Most_are_right(bool isHeld, string kind, double percent)
    {
        var results = Domains
            .Where(domain => domain.Held == isHeld)
            .SelectMany(domain => domain.Cases.Select(@case => (domain, @case)))
            .Where(pair => pair.@case.Kind == Enum.Parse<CaseKind>(kind))
            .Select(pair =>
                ConnectorChooser
                    .Rank(pair.@case.Message, ChoosingDomain.Candidates(pair.domain.Of(pair.@case)))
                    .Best?.Definition.Name == pair.@case.Expected
            )
            .ToList();

        Assert.InRange(100.0 * results.Count(isRight => isRight) / results.Count, percent, 100);
    }

    [Fact]
    public void There_are_enough_of_them()
    {
        var cases = Domains.Sum(domain => domain.Cases.Count);
        var held = Domains.Where(domain => domain.Held).Sum(domain => domain.Cases.Count);

        Assert.InRange(cases, 300, int.MaxValue);
        Assert.InRange(Domains.Count, 12, int.MaxValue);
        Assert.InRange(held / (double)cases, 0.24, 1);
    }

    [Fact]
    public void Each_names_connectors_and_inputs_that_exist()
    {
        foreach (var domain in Domains)
        {
            foreach (var @case in domain.Cases)
            {
                Assert.Equal(@case.Kind == CaseKind.None, @case.Expected is null);
                Assert.All(
                    @case.Among ?? [],
                    name => Assert.Contains(domain.Connectors, connector => connector.Name == name)
                );
                if (@case.Expected is { } expected)
                {
                    var connector = domain.Connectors.Single(connector =>
                        connector.Name == expected
                    );
                    Assert.Contains(connector, domain.Of(@case));
                    Assert.All(
                        @case.Inputs?.Keys ?? [],
                        name => Assert.Contains(connector.DataInputs, input => input.Name == name)
                    );
                }
            }
        }
    }
}
