namespace DataConnectors.Tests.Core.Agent.Extracting;

/// <summary>
/// The published cases (Cases/*.json): questions to connectors of many domains with the values a careful person reads. Floors
/// stand a little below what was measured when they were set; docs/AGENT.md has the figures.
/// </summary>
public sealed class ReadingCasesTests(ITestOutputHelper output)
{
    private const double KnownExact = 0.97;
    private const double HeldExact = 0.85;
    private const double LeastPrecision = 0.95;

    [Fact]
    public void There_are_many_cases_of_many_domains_and_a_held_part()
    {
        var held = ReadingCase.All.Where(IsHeld).ToList();

        Assert.True(ReadingCase.All.Count >= 300);
        Assert.True(ReadingCase.All.Select(reading => reading.Domain).Distinct().Count() >= 15);
        Assert.True(4 * held.Count >= ReadingCase.All.Count);
    }

    [Fact]
    public void Values_of_the_known_domains_are_read()
    {
        var figures = Measure(isHeld: false);

        Assert.True(figures.Exact >= KnownExact, figures.ToString());
        Assert.True(figures.Precision >= LeastPrecision, figures.ToString());
    }

    [Fact]
    public void Values_of_domains_never_looked_at_are_read()
    {
        var figures = Measure(isHeld: true);

        Assert.True(figures.Exact >= HeldExact, figures.ToString());
    }

    [Fact]
    public void The_same_message_is_read_the_same_every_time()
    {
        foreach (var reading in ReadingCase.All.Take(50))
        {
            Assert.Equal(reading.Read(), reading.Read());
        }
    }

    private ReadingFigures Measure(bool isHeld)
    {
        var figures = ReadingFigures.Of([
            .. ReadingCase.All.Where(reading => IsHeld(reading) == isHeld),
        ]);
        output.WriteLine(figures.ToString());
        return figures;
    }

    private static bool IsHeld(ReadingCase reading) =>
        reading.Domain.StartsWith(ReadingCase.HeldPrefix, StringComparison.Ordinal);
}
