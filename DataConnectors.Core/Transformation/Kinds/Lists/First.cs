using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class First
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "first",
                TransformationGroup.List,
                "First",
                "The first element of a list: [\"a\",\"b\"] becomes \"a\".",
                [ElementField.Setting("name")]
            ),
            FieldType.Unknown,
            settings =>
            {
                var field = ElementField.Read(settings);
                return StepOn.List(elements =>
                    elements.Count == 0 ? FieldValue.Missing : field.Of(elements[0])
                );
            }
        );
}
