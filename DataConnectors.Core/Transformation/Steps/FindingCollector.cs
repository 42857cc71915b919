using System.Globalization;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Gathers what steps refused: for each field the first, with how often it was met.</summary>
internal sealed class FindingCollector
{
    private const int Most = 50;
    private readonly Dictionary<FieldSteps, Found> byField = [];
    private readonly Dictionary<(int Field, string Place, string Met), int> leftOut = [];

    public void Add(FieldSteps field, int step, string met, Refusal refusal)
    {
        if (byField.TryGetValue(field, out var found))
        {
            found.Times += found.Step == step ? 1 : 0;
        }
        else if (byField.Count < Most)
        {
            byField.Add(field, new(step, met, refusal));
        }
    }

    /// <summary>Notes a value that fits nothing of what is chosen at its place.</summary>
    public void LeaveOut(int fieldIndex, string place, string met)
    {
        var key = (fieldIndex, place, met);
        if (leftOut.TryGetValue(key, out var times))
        {
            leftOut[key] = times + 1;
        }
        else if (leftOut.Count < Most)
        {
            leftOut.Add(key, 1);
        }
    }

    public IReadOnlyList<Problem> ToProblems() =>
        byField.Count + leftOut.Count == 0
            ? []
            :
            [
                .. byField
                    .OrderBy(pair => pair.Key.FieldIndex)
                    .Select(pair => ToProblem(pair.Key, pair.Value)),
                .. leftOut.Select(pair => ToProblem(pair.Key, pair.Value)),
            ];

    private static Problem ToProblem((int Field, string Place, string Met) key, int times) =>
        new(
            $"responseFields[{key.Field.ToString(CultureInfo.InvariantCulture)}]",
            $"{key.Place}: the answer has {key.Met} here, of which nothing is chosen, so it is left out{Times(times)}. Choose what is in it, or reshape the answer in code.",
            ProblemSeverity.Warning
        );

    private static string Times(int times) =>
        times == 1 ? "" : $" ({times.ToString(CultureInfo.InvariantCulture)} times)";

    private static Problem ToProblem(FieldSteps field, Found found)
    {
        var times = Times(found.Times);
        var title = field.TitleOf(found.Step);
        var message = found.Refusal.Happened is { } happened
            ? $"{field.Path}: {title} {happened}{times}."
            : $"{field.Path}: {title} takes {found.Refusal.Takes}, and met {found.Met}{times}.";
        return new Problem(
            $"responseFields[{field.FieldIndex}].transformations[{found.Step}]",
            $"{message} {found.Refusal.Mend}",
            ProblemSeverity.Warning
        );
    }

    private sealed class Found(int step, string met, Refusal refusal)
    {
        public int Step { get; } = step;

        public string Met { get; } = met;

        public Refusal Refusal { get; } = refusal;

        public int Times { get; set; } = 1;
    }
}
