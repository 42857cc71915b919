using System.Globalization;

namespace DataConnectors.Benchmarks;

/// <summary>Measures several subjects side by side and prints a row for each.</summary>
internal static class Comparison
{
    /// <summary>How often code has run before the compiler is done with it.</summary>
    public const int WarmRuns = 20_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Makes code warm that is compiled while it runs: until it has run so often that the compiler is done with it, or a minute at most.
    /// </summary>
    /// <param name="subjects">What is measured afterwards.</param>
    /// <param name="runs">How often each of them runs.</param>
    public static async Task WarmUpAsync(IEnumerable<Subject> subjects, int runs)
    {
        foreach (var subject in subjects)
        {
            var done = 0.0;
            for (var waited = TimeSpan.Zero; done < runs && waited < Patience; waited += WarmUp)
            {
                done += (await subject.MeasureAsync(WarmUp)).PerSecond * WarmUp.TotalSeconds;
            }
        }
    }

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
    public static Task PrintAsync(
        IReadOnlyDictionary<string, Func<Task<Task>>> subjects,
        string bare,
        int inFlight,
        int seconds,
        int rounds
    ) =>
        PrintAsync(
            [.. subjects.Select(subject => Subject.Of(subject.Key, inFlight, subject.Value))],
            bare,
            seconds,
            rounds
        );

    /// <summary>The same for subjects of which each says how it is measured.</summary>
    public static async Task PrintAsync(
        IReadOnlyList<Subject> subjects,
        string bare,
        int seconds,
        int rounds
    )
    {
        var measured = subjects.ToDictionary(
            subject => subject.Name,
            _ => new List<Measurement>(),
            StringComparer.Ordinal
        );
        foreach (var subject in subjects)
        {
            await subject.MeasureAsync(WarmUp);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var subject in subjects)
            {
                measured[subject.Name]
                    .Add(await subject.MeasureAsync(TimeSpan.FromSeconds(seconds)));
            }
        }

        var compared = Measurement.Median(measured[bare]);
        foreach (var (name, inFlight, _) in subjects)
        {
            Console.WriteLine(Measurement.Median(measured[name]).ToRow(inFlight, name, compared));
        }
    }

    /// <summary>What is measured.</summary>
    /// <param name="Name">What its row is called.</param>
    /// <param name="InFlight">How many run at once.</param>
    /// <param name="MeasureAsync">Measures one round of about this length.</param>
    internal sealed record Subject(
        string Name,
        int InFlight,
        Func<TimeSpan, Task<Measurement>> MeasureAsync
    )
    {
        /// <param name="name">What its row is called.</param>
        /// <param name="inFlight">How many run at once.</param>
        /// <param name="run">What runs once; see <see cref="Measurement.TakeAsync"/>.</param>
        public static Subject Of(string name, int inFlight, Func<Task<Task>> run) =>
            new(name, inFlight, duration => Measurement.TakeAsync(run, inFlight, duration));
    }
}
