using System.Globalization;

namespace DataConnectors.Benchmarks;

/// <summary>Measures several subjects side by side and prints a row for each.</summary>
internal static class Comparison
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>A number given after its name.</summary>
    public static int Option(string[] arguments, string name, int otherwise)
    {
        var index = Array.IndexOf(arguments, name);
        return index < 0
            ? otherwise
            : int.Parse(arguments[index + 1], CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Warms every subject up, then measures them in turns, so that a busy machine slows all of them. Rows are medians of the rounds.
    /// </summary>
    /// <param name="subjects">What runs once, by name; see <see cref="Measurement.TakeAsync"/>.</param>
    /// <param name="bare">The name of the subject that the others are compared with.</param>
    /// <param name="inFlight">How many run at once.</param>
    /// <param name="seconds">How long a round takes.</param>
    /// <param name="rounds">How many rounds.</param>
    public static async Task PrintAsync(
        IReadOnlyDictionary<string, Func<Task<Task>>> subjects,
        string bare,
        int inFlight,
        int seconds,
        int rounds
    )
    {
        var measured = subjects.ToDictionary(subject => subject.Key, _ => new List<Measurement>());
        foreach (var run in subjects.Values)
        {
            await Measurement.TakeAsync(run, inFlight, WarmUp);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, run) in subjects)
            {
                measured[name]
                    .Add(await Measurement.TakeAsync(run, inFlight, TimeSpan.FromSeconds(seconds)));
            }
        }

        var compared = Measurement.Median(measured[bare]);
        foreach (var (name, rows) in measured)
        {
            Console.WriteLine(Measurement.Median(rows).ToRow(inFlight, name, compared));
        }
    }
}
