using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Max
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "max",
                TransformationGroup.List,
                "Max",
                "The largest number of a list: [3,1,2] becomes 3.",
                [ElementField.Setting("price")]
            ),
            FieldType.Decimal,
            settings =>
                StepOn.Numbers(
                    ElementField.Read(settings),
                    numbers => numbers.Count == 0 ? FieldValue.Missing : numbers.Max()
                )
        );
}
