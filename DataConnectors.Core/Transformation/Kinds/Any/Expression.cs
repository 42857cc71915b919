using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Any;

internal static class Expression
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                FieldTransformation.Expression,
                TransformationGroup.Any,
                "JavaScript expression",
                "Computes anything: value.split('-')[0]. It sees value, response and context; at items[] each element, objects too.",
                [
                    new("expression", "Expression", SettingType.Code, null)
                    {
                        Placeholder = "value.toUpperCase()",
                    },
                ]
            ),
            FieldType.Unknown,
            settings =>
            {
                var code = settings.Code("expression");
                return (value, run) => run.Evaluate(code, value);
            }
        );
}
