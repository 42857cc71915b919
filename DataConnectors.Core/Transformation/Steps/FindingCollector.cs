using System.Globalization;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Gathers what steps refused: for each field the first, with how often it was met.</summary>
internal sealed class FindingCollector
{
    private const int Most = 50;
    private readonly Dictionary<FieldSteps, Found> byField = [];

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

    public IReadOnlyList<Problem> ToProblems() =>
        byField.Count == 0
            ? []
            :
            [
                .. byField
                    .OrderBy(pair => pair.Key.FieldIndex)
                    .Select(pair => ToProblem(pair.Key, pair.Value)),
            ];

    private static Problem ToProblem(FieldSteps field, Found found)
    {
        var times =
            found.Times == 1
                ? ""
                : $" ({found.Times.ToString(CultureInfo.InvariantCulture)} times)";
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
