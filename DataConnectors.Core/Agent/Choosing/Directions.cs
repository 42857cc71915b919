using DataConnectors.Core.Agent.Language;

namespace DataConnectors.Core.Agent.Choosing;

/// <summary>What several words are about together: the mean of their directions.</summary>
internal static class Directions
{
    /// <summary>The mean, of length 1; empty when none of the words is known.</summary>
    public static float[] Of(IEnumerable<(Term Term, double Weight)> words)
    {
        var vectors = WordVectors.Shared;
        var sum = new float[vectors.Dimensions];
        foreach (var (term, weight) in words.Where(word => word.Term.Row >= 0))
        {
            vectors.AddTo(sum, term.Row, (float)(weight * term.Weight));
        }

        var length = MathF.Sqrt(Product(sum, sum));
        return length <= 0 ? [] : Array.ConvertAll(sum, value => value / length);
    }

    /// <summary>How near two directions are, −1 to 1; 0 when either is unknown.</summary>
    public static double Nearness(float[] one, float[] other) =>
        one.Length == 0 || other.Length == 0 ? 0 : Product(one, other);

    private static float Product(float[] one, float[] other)
    {
        var sum = 0f;
        for (var index = 0; index < one.Length; index++)
        {
            sum += one[index] * other[index];
        }

        return sum;
    }
}
