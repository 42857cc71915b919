using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Min
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "min",
                TransformationGroup.List,
                "Min",
                "The smallest number of a list: [3,1,2] becomes 1.",
                [ElementField.Setting("price")]
            ),
            FieldType.Decimal,
            settings =>
                StepOn.Numbers(
                    ElementField.Read(settings),
                    numbers => numbers.Count == 0 ? FieldValue.Missing : numbers.Min()
                )
        );
}
