namespace DataConnectors.Core.Transformation.Steps;

/// <summary>
/// Does one transformation with settings already read. It never throws and never gets null or nothing, save that of an expression,
/// which then only takes its place among the results.
/// </summary>
internal delegate FieldValue Step(FieldValue value, ShapingRun run);

/// <summary>Steps by what they take.</summary>
internal static class StepOn
{
    /// <summary>The longest text that a step makes, in characters.</summary>
    public const int LongestText = 1_000_000;

    public static Step Text(Func<string, FieldValue> change) =>
        (value, _) => value.TryText(out var text) ? change(text) : Refusal.Text;

    public static Step Number(Func<decimal, FieldValue> change) =>
        (value, _) =>
        {
            try
            {
                return value.TryNumber(out var number) ? change(number) : Refusal.Number;
            }
            catch (OverflowException)
            {
                return Refusal.Number;
            }
        };

    public static Step Date(Func<DateValue, ShapingRun, FieldValue> change) =>
        (value, run) => DateReader.TryRead(value, out var date) ? change(date, run) : Refusal.Date;

    public static Step List(Func<IReadOnlyList<FieldValue>, FieldValue> change) =>
        (value, _) => value.Kind == FieldValueKind.List ? change(value.Elements()) : Refusal.List;

    /// <summary>Over numbers in a list; what is null or missing is passed over.</summary>
    public static Step Numbers(
        ElementField field,
        Func<IReadOnlyList<decimal>, FieldValue> change
    ) =>
        List(elements =>
        {
            var numbers = new List<decimal>(elements.Count);
            foreach (var element in elements)
            {
                var value = field.Of(element);
                if (value.IsNothing)
                {
                    continue;
                }

                if (!value.TryNumber(out var number))
                {
                    return Refusal.Numbers;
                }

                numbers.Add(number);
            }

            try
            {
                return change(numbers);
            }
            catch (OverflowException)
            {
                return Refusal.Number;
            }
        });
}
