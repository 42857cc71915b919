using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Sum
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "sum",
                TransformationGroup.List,
                "Sum",
                "Adds up the numbers of a list: [1,2.5] becomes 3.5.",
                [ElementField.Setting("price")]
            ),
            FieldType.Decimal,
            settings => StepOn.Numbers(ElementField.Read(settings), numbers => numbers.Sum())
        );
}
