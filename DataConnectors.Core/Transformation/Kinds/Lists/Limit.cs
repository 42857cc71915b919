using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Limit
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "limit",
                TransformationGroup.List,
                "Limit",
                "Keeps the first elements of a list: at 2, [1,2,3] becomes [1,2].",
                [Setting.Integer("count", "Most elements", "10")]
            ),
            FieldType.List,
            settings =>
            {
                var count = settings.Integer("count", 1, 10_000);
                return StepOn.List(elements =>
                    elements.Count <= count
                        ? FieldValue.List(elements)
                        : FieldValue.List([.. elements.Take(count)])
                );
            }
        );
}
