using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Numbers;

internal static class Currency
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "currency",
                TransformationGroup.Number,
                "Currency",
                "Writes an amount of money: 1999.5 becomes \"$1,999.50\".",
                [
                    Setting.Text("code", "Currency code", null, "EUR"),
                    Setting.Boolean("minor_units", "The amount is in cents or the like", false),
                    Setting.Choice(
                        "display",
                        "Shown with",
                        ("symbol", "Symbol ($)"),
                        ("code", "Code (USD)")
                    ),
                    NumberStyle.Setting,
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var code = settings.NonEmpty("code");
                if (code.Length > 0 && !CurrencyCodes.IsCode(code))
                {
                    settings.Fault(
                        "code",
                        "The currency code must be three capital letters, such as EUR."
                    );
                }

                var digits = CurrencyCodes.Digits(code);
                var factor = settings.Boolean("minor_units")
                    ? new decimal(1, 0, 0, isNegative: false, (byte)digits)
                    : 1m;
                var isSymbol = settings.Choice("display") == "symbol";
                var style = NumberStyle.Read(settings);
                var symbol = isSymbol ? CurrencyCodes.Symbol(code) : code;
                return StepOn.Number(number => Write(number * factor, digits, symbol, style));
            }
        );

    private static string Write(decimal amount, int digits, string symbol, NumberStyle style)
    {
        var sign = decimal.Round(amount, digits, MidpointRounding.AwayFromZero) < 0 ? "-" : "";
        var number = style.Write(Math.Abs(amount), digits, hasThousands: true);
        var isWord = char.IsAsciiLetter(symbol[^1]);
        return style.SymbolFirst
            ? $"{sign}{symbol}{(isWord ? "\u00A0" : "")}{number}"
            : $"{sign}{number}\u00A0{symbol}";
    }
}
