using System.Globalization;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Counts what did not fit at one row of a mapping, and says it in one sentence however often it happened.</summary>
internal sealed class Misfits
{
    private const int MostPositions = 3;
    private readonly List<string> positions = [];
    private string? reason;
    private int met;
    private int count;

    /// <summary>Notes that something was looked at.</summary>
    public void Meet() => met++;

    /// <summary>Notes that it did not fit.</summary>
    /// <param name="position">Where it stands; asked for the first few only.</param>
    /// <param name="misfit">What was met instead: <c>is a list</c>.</param>
    public void Add(Func<string> position, string misfit)
    {
        count++;
        reason ??= misfit;
        if (positions.Count < MostPositions)
        {
            positions.Add(position());
        }
    }

    /// <summary>The sentence; null when everything fitted. It names positions and kinds, never a value.</summary>
    /// <param name="what">What was looked at, for several: <c>values</c>.</param>
    /// <param name="wanted">The rest of the sentence: <c>total takes a number</c>.</param>
    public string? Say(string what, string wanted)
    {
        if (count == 0)
        {
            return null;
        }

        if (met <= 1)
        {
            return $"{positions[0]} {reason}, and {wanted}. It is left out.";
        }

        var others =
            positions.Count == 1
                ? ""
                : $" (also {string.Join(", ", positions.Skip(1))}{(count > positions.Count ? ", …" : "")})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count:N0} of {met:N0} {what} {(count == 1 ? "is" : "are")} left out: {positions[0]} {reason}, and {wanted}{others}."
        );
    }
}
