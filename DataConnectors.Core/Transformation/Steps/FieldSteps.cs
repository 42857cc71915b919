using DataConnectors.Core.Transformation.Kinds.Text;

namespace DataConnectors.Core.Transformation.Steps;

/// <summary>Which value the first step of a field gets.</summary>
internal enum FieldIntake
{
    /// <summary>The scalar at the path, of a list each one.</summary>
    Scalars,

    /// <summary>The list at the path, whole; a single value counts as a list of one where the path ends in <c>[]</c>.</summary>
    List,

    /// <summary>Whatever stands at the path, objects too.</summary>
    Anything,
}

/// <summary>The transformations of one field, with their settings read.</summary>
internal sealed class FieldSteps
{
    private readonly Compiled[] steps;

    // -1 when no step is an expression.
    private readonly int expressionIndex;

    private FieldSteps(ResponseField field, int fieldIndex)
    {
        Path = field.Path;
        FieldIndex = fieldIndex;
        steps = [.. field.Transformations.Select(Compile)];
        Intake = IntakeOf(field);
        Result = steps[^1].Result;
        expressionIndex = Array.FindIndex(steps, step => step.IsExpression);
    }

    public string Path { get; }

    public int FieldIndex { get; }

    public FieldIntake Intake { get; }

    /// <summary>What the last step makes.</summary>
    public FieldType Result { get; }

    /// <summary>Null when the field has no transformations.</summary>
    public static FieldSteps? Of(ResponseField field, int index) =>
        field.Transformations.Count == 0 ? null : new FieldSteps(field, index);

    /// <summary>
    /// Which value the first step gets: a list when a list transformation comes before anything that makes a list, anything when an
    /// expression comes first.
    /// </summary>
    public static FieldIntake IntakeOf(ResponseField field)
    {
        foreach (var transformation in field.Transformations)
        {
            switch (TransformationCatalog.FindKind(transformation.Kind))
            {
                case { TakesList: true }:
                    return FieldIntake.List;
                case { IsExpression: true }:
                    return ReferenceEquals(transformation, field.Transformations[0])
                        ? FieldIntake.Anything
                        : FieldIntake.Scalars;
                case { Descriptor.Kind: Split.Name }:
                    return FieldIntake.Scalars;
            }
        }

        return FieldIntake.Scalars;
    }

    public string TitleOf(int step) => steps[step].Title;

    /// <summary>Runs a value that is there through all steps; what a step refused is told to the run, and is missing.</summary>
    public FieldValue Apply(FieldValue value, ShapingRun run)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (value.IsNothing)
            {
                if (i <= expressionIndex)
                {
                    // Keeps its place among the results.
                    _ = steps[expressionIndex].Step(FieldValue.Null, run);
                }

                return value;
            }

            value = Apply(i, value, run);
        }

        return value;
    }

    private static Compiled Compile(FieldTransformation transformation)
    {
        if (TransformationCatalog.FindKind(transformation.Kind) is not { } kind)
        {
            return new(transformation.Kind, (_, _) => Refusal.Kind, FieldType.Unknown, true, false);
        }

        var settings = new SettingsReader(kind.Descriptor, transformation.Settings);
        var step = kind.Compile(settings);
        if (settings.Faults is [var fault, ..])
        {
            var refusal = new Refusal("", fault.Message) { Happened = "is not set up" };
            step = kind.IsExpression ? step : (_, _) => refusal;
        }

        return new(
            kind.Descriptor.Title,
            step,
            kind.Result,
            kind.TakesList || kind.IsExpression,
            kind.IsExpression
        );
    }

    private FieldValue Apply(int index, FieldValue value, ShapingRun run)
    {
        if (value.Kind == FieldValueKind.List && !steps[index].TakesWhole)
        {
            var elements = value.Elements();
            var changed = new FieldValue[elements.Count];
            for (var i = 0; i < changed.Length; i++)
            {
                changed[i] = elements[i].IsNothing
                    ? FieldValue.Null
                    : Apply(index, elements[i], run);
            }

            return FieldValue.List(changed);
        }

        var result = steps[index].Step(value, run);
        if (result.Refusal is null && !run.TryGrow(result.TextLength - value.TextLength))
        {
            result = Refusal.Size;
        }

        if (result.Refusal is { } refusal)
        {
            run.Refuse(this, index, value.Describe(), refusal);
            return FieldValue.Missing;
        }

        return result;
    }

    private sealed record Compiled(
        string Title,
        Step Step,
        FieldType Result,
        bool TakesWhole,
        bool IsExpression
    );
}
