namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Finds what somebody meant to type.</summary>
public static class NearestName
{
    /// <summary>The name that differs least from <paramref name="typed"/>, or null when none is near enough to be meant.</summary>
    public static string? To(string typed, IEnumerable<string> names)
    {
        var farthest = Math.Max(1, typed.Length / 3);
        return names
            .Where(name => name.Length > 0 && Math.Abs(name.Length - typed.Length) <= farthest)
            .Select(name => (Name: name, Distance: Distance(typed, name)))
            .Where(candidate => candidate.Distance <= farthest)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>What to do about a name that does not exist, as a sentence.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> names) =>
        To(typed, names) is { } near ? $"Did you mean {near}?" : "Choose one that exists.";

    /// <summary>How many letters were added, left out, mistaken or swapped with their neighbour; upper and lower case are the same.</summary>
    internal static int Distance(string left, string right)
    {
        var a = left.ToUpperInvariant();
        var b = right.ToUpperInvariant();
        var rows = new int[a.Length + 1][];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i] = new int[b.Length + 1];
            rows[i][0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0][j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i][j] = Math.Min(replaced, Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i][j] = Math.Min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }

        return rows[a.Length][b.Length];
    }
}
