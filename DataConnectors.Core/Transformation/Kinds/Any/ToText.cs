using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Any;

internal static class ToText
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "to_text",
                TransformationGroup.Any,
                "To text",
                "Makes text of a number or of true and false: 1001 becomes \"1001\".",
                []
            ),
            FieldType.Text,
            _ => StepOn.Text(text => text)
        );
}
