using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Filter
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "filter",
                TransformationGroup.List,
                "Filter",
                "Keeps the elements that meet a condition, such as those whose status equals shipped.",
                [
                    ElementField.Setting("status"),
                    Setting.Choice(
                        "comparison",
                        "Comparison",
                        ("equals", "equals"),
                        ("not_equals", "does not equal"),
                        ("contains", "contains"),
                        ("starts_with", "starts with"),
                        ("greater_than", "is greater than"),
                        ("at_least", "is at least"),
                        ("less_than", "is less than"),
                        ("at_most", "is at most"),
                        ("is_present", "has a value"),
                        ("is_missing", "has no value")
                    ),
                    Setting.Text("value", "Value", "", "shipped"),
                    Setting.Boolean("ignore_case", "Ignore case", false),
                ]
            ),
            FieldType.List,
            settings =>
            {
                var field = ElementField.Read(settings);
                var meets = Condition(
                    settings.Choice("comparison"),
                    settings.Text("value"),
                    settings.Boolean("ignore_case")
                );
                return StepOn.List(elements =>
                    FieldValue.List([.. elements.Where(element => meets(field.Of(element)))])
                );
            }
        );

    private static Func<FieldValue, bool> Condition(
        string comparison,
        FieldValue wanted,
        bool ignoresCase
    )
    {
        var ordinal = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        _ = wanted.TryText(out var text);
        return comparison switch
        {
            "not_equals" => value => !ValueOrder.AreEqual(value, wanted, ignoresCase),
            "contains" => value =>
                value.Kind == FieldValueKind.List
                    ? value.Elements().Any(item => ValueOrder.AreEqual(item, wanted, ignoresCase))
                    : value.TryText(out var whole) && whole.Contains(text, ordinal),
            "starts_with" => value =>
                value.TryText(out var whole) && whole.StartsWith(text, ordinal),
            "greater_than" => value => ValueOrder.Compare(value, wanted) > 0,
            "at_least" => value => ValueOrder.Compare(value, wanted) >= 0,
            "less_than" => value => ValueOrder.Compare(value, wanted) < 0,
            "at_most" => value => ValueOrder.Compare(value, wanted) <= 0,
            "is_present" => value => !value.IsNothing,
            "is_missing" => value => value.IsNothing,
            _ => value => ValueOrder.AreEqual(value, wanted, ignoresCase),
        };
    }
}
