using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Average
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "average",
                TransformationGroup.List,
                "Average",
                "The mean of the numbers of a list: [1,2] becomes 1.5.",
                [ElementField.Setting("price")]
            ),
            FieldType.Decimal,
            settings =>
                StepOn.Numbers(
                    ElementField.Read(settings),
                    numbers =>
                        numbers.Count == 0 ? FieldValue.Missing : numbers.Sum() / numbers.Count
                )
        );
}
