using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Count
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "count",
                TransformationGroup.List,
                "Count",
                "How many elements a list has: [\"a\",\"b\"] becomes 2.",
                []
            ),
            FieldType.Integer,
            _ => StepOn.List(elements => (decimal)elements.Count)
        );
}
