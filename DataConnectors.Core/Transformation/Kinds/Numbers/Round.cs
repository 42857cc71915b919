using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Numbers;

internal static class Round
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "round",
                TransformationGroup.Number,
                "Round",
                "Rounds a number: to 1 digit, 12.35 becomes 12.4.",
                [
                    Setting.Integer("digits", "Digits after the point", "0"),
                    Setting.Choice(
                        "mode",
                        "Halves and rests",
                        ("half_up", "Halves away from zero (2.5 → 3)"),
                        ("half_even", "Halves to the even digit (2.5 → 2)"),
                        ("up", "Always up (2.1 → 3)"),
                        ("down", "Always down (2.9 → 2)"),
                        ("towards_zero", "Cut off (-2.9 → -2)")
                    ),
                ]
            ),
            FieldType.Decimal,
            settings =>
            {
                var digits = settings.Integer("digits", 0, 20);
                var mode = settings.Choice("mode") switch
                {
                    "half_even" => MidpointRounding.ToEven,
                    "up" => MidpointRounding.ToPositiveInfinity,
                    "down" => MidpointRounding.ToNegativeInfinity,
                    "towards_zero" => MidpointRounding.ToZero,
                    _ => MidpointRounding.AwayFromZero,
                };
                return StepOn.Number(number => decimal.Round(number, digits, mode));
            }
        );
}
