using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>What lasts for one answer while its fields are shaped.</summary>
internal sealed class ShapingRun(TimeProvider clock)
{
    private static readonly TimeSpan MatchingTime = TimeSpan.FromMilliseconds(500);
    private readonly FindingCollector findings = new();
    private TimeSpan matching;
    private int charactersLeft = 8 * StepOn.LongestText;
    private int nextExpression;
    private DateTimeOffset? now;

    public TimeProvider Clock { get; } = clock;

    /// <summary>The time of the run; the same for all its fields.</summary>
    public DateTimeOffset Now => now ??= Clock.GetUtcNow();

    /// <summary>Where the values for expressions are collected; null when their results are there.</summary>
    public List<PendingExpression>? Pending { get; init; }

    /// <summary>The results of expressions, in the order in which they were collected.</summary>
    public IReadOnlyList<ExpressionOutcome> Outcomes { get; init; } = [];

    public FoundMembers Found { get; } = new();

    public IReadOnlyList<Problem> Findings => findings.ToProblems();

    /// <summary>Notes a value of which nothing is kept, though something is chosen at its place.</summary>
    public void LeaveOut(int fieldIndex, string place, string met) =>
        findings.LeaveOut(fieldIndex, place, met);

    /// <summary>Whether there is time left for regular expressions.</summary>
    public bool CanMatch => matching < MatchingTime;

    public void ChargeMatching(long started) => matching += Clock.GetElapsedTime(started);

    /// <summary>Takes from what all steps of the run together may add to texts.</summary>
    public bool TryGrow(int characters)
    {
        charactersLeft -= Math.Max(0, characters);
        return charactersLeft >= 0;
    }

    public void Refuse(FieldSteps field, int step, string met, Refusal refusal) =>
        findings.Add(field, step, met, refusal);

    /// <summary>
    /// Takes the next result, or notes the value for one. A chain takes exactly one for each value it is given, so that both passes
    /// agree on the order whatever a step between them did.
    /// </summary>
    public FieldValue Evaluate(string code, FieldValue value)
    {
        if (Pending is not null)
        {
            Pending.Add(new(code, JsonValues.Written(value.WriteTo)));
            return FieldValue.Missing;
        }

        var outcome = nextExpression < Outcomes.Count ? Outcomes[nextExpression] : null;
        nextExpression++;
        return outcome switch
        {
            { Fault: null, Value: { } result } => FieldValue.Of(result),
            _ when value.IsNothing => FieldValue.Missing,
            _ => Refusal.Expression,
        };
    }
}
