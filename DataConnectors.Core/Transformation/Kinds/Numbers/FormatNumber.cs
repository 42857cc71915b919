using System.Globalization;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Numbers;

internal static class FormatNumber
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "format_number",
                TransformationGroup.Number,
                "Format number",
                "Writes a number for people: 1234567.5 becomes \"1,234,567.50\".",
                [
                    Setting.Choice(
                        "decimals",
                        "Digits after the point",
                        [
                            ("as_is", "As they are"),
                            .. Enumerable
                                .Range(0, 11)
                                .Select(digits => digits.ToString(CultureInfo.InvariantCulture))
                                .Select(digits => (digits, digits)),
                        ]
                    ),
                    Setting.Boolean("thousands", "Separate thousands", true),
                    NumberStyle.Setting,
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var isWhole = int.TryParse(
                    settings.Choice("decimals"),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var decimals
                );
                var hasThousands = settings.Boolean("thousands");
                var style = NumberStyle.Read(settings);
                return StepOn.Number(number =>
                    style.Write(number, isWhole ? decimals : number.Scale, hasThousands)
                );
            }
        );
}
