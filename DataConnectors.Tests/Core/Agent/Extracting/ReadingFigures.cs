namespace DataConnectors.Tests.Core.Agent.Extracting;

/// <summary>How well values are read over many cases, each figure 0–1.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Exact">Cases in which every required value is right and nothing is invented.</param>
/// <param name="Precision">Values found that are right.</param>
/// <param name="Recall">Values given that are found and right.</param>
internal sealed record ReadingFigures(int Cases, double Exact, double Precision, double Recall)
{
    /// <summary>Reads all cases.</summary>
    public static ReadingFigures Of(IReadOnlyList<ReadingCase> cases)
    {
        int exact = 0,
            found = 0,
            given = 0,
            right = 0;
        foreach (var reading in cases)
        {
            var values = reading.Read();
            var required = reading
                .Connector.DataInputs.Where(input => input.IsRequired)
                .Select(input => input.Name)
                .ToHashSet(StringComparer.Ordinal);
            bool IsRight(string name, string value) =>
                reading.Expected.TryGetValue(name, out var expected)
                && reading.IsSame(name, expected, value);

            given += reading.Expected.Count;
            found += values.Count;
            right += values.Count(pair => IsRight(pair.Key, pair.Value));
            var hasRequired = reading
                .Expected.Keys.Where(required.Contains)
                .All(name => values.TryGetValue(name, out var value) && IsRight(name, value));
            var hasInvented = values.Keys.Any(name => !reading.Expected.ContainsKey(name));
            exact += hasRequired && !hasInvented ? 1 : 0;
        }

        return new ReadingFigures(
            cases.Count,
            (double)exact / cases.Count,
            (double)right / found,
            (double)right / given
        );
    }
}
