using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Numbers;

internal static class Percent
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "percent",
                TransformationGroup.Number,
                "Percent",
                "Writes a share: 0.125 becomes \"12.5%\".",
                [
                    Setting.Choice(
                        "from",
                        "The number is",
                        ("fraction", "A fraction (0.5 is 50%)"),
                        ("percentage", "A percentage (50 is 50%)")
                    ),
                    Setting.Integer("decimals", "Digits after the point", "1"),
                    NumberStyle.Setting,
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var factor = settings.Choice("from") == "fraction" ? 100m : 1m;
                var decimals = settings.Integer("decimals", 0, 10);
                var style = NumberStyle.Read(settings);
                return StepOn.Number(number =>
                    $"{style.Write(number * factor, decimals, hasThousands: true)}{style.PercentSpace}%"
                );
            }
        );
}
