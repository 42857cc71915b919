using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Last
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "last",
                TransformationGroup.List,
                "Last",
                "The last element of a list: [\"a\",\"b\"] becomes \"b\".",
                [ElementField.Setting("name")]
            ),
            FieldType.Unknown,
            settings =>
            {
                var field = ElementField.Read(settings);
                return StepOn.List(elements =>
                    elements.Count == 0 ? FieldValue.Missing : field.Of(elements[^1])
                );
            }
        );
}
