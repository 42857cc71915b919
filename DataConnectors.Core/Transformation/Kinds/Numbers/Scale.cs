using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Numbers;

internal static class Scale
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "scale",
                TransformationGroup.Number,
                "Scale",
                "Multiplies a number: by 0.01, 1999 becomes 19.99.",
                [
                    Setting.Decimal("factor", "Multiply by", null, "0.01"),
                    Setting.Decimal("add", "Then add", "0", "32"),
                ]
            ),
            FieldType.Decimal,
            settings =>
            {
                var factor = settings.Decimal("factor");
                var addend = settings.Decimal("add");
                return StepOn.Number(number => (number * factor) + addend);
            }
        );
}
