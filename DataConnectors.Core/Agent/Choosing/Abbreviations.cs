namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Initials of neighbouring words: "greatest common divisor" is "gcd".</summary>
internal sealed class Abbreviations
{
    private const int Shortest = 3;
    private const int Longest = 4;

    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);

    /// <summary>Abbreviates every three or four neighbours.</summary>
    public Abbreviations(IReadOnlyList<string> text)
    {
        for (var length = Shortest; length <= Longest; length++)
        {
            for (var first = 0; first + length <= text.Count; first++)
            {
                var neighbours = text.Skip(first).Take(length).ToArray();
                words.TryAdd(string.Concat(neighbours.Select(word => word[0])), neighbours);
            }
        }
    }

    /// <summary>The words that an abbreviation stands for; empty when it is none.</summary>
    public IReadOnlyList<string> Of(string abbreviation) =>
        abbreviation.Length is < Shortest or > Longest
            ? []
            : words.GetValueOrDefault(abbreviation, []);
}
