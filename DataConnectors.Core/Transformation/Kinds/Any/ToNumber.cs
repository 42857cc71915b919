using System.Text;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Any;

internal static class ToNumber
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "to_number",
                TransformationGroup.Any,
                "To number",
                "Reads the number in a text: \"$1,234.50\" becomes 1234.50.",
                [
                    Setting.Choice(
                        "decimal_separator",
                        "Decimal separator",
                        (".", "Point (1,234.50)"),
                        (",", "Comma (1.234,50)")
                    ),
                ]
            ),
            FieldType.Decimal,
            settings =>
            {
                var point = settings.Choice("decimal_separator")[0];
                return (value, _) =>
                    value.Kind == FieldValueKind.Number ? value
                    : value.Kind == FieldValueKind.Text
                    && value.TryText(out var text)
                    && TryRead(text, point, out var number)
                        ? number
                    : Refusal.Number;
            }
        );

    /// <summary>Reads one number with units, currency signs and grouping around it; two numbers in a text are none.</summary>
    private static bool TryRead(string text, char point, out decimal number)
    {
        number = 0;
        if (text.Length > 200)
        {
            return false;
        }

        var trimmed = text.AsSpan().Trim();
        var start = trimmed.IndexOfAnyInRange('0', '9');
        var end = trimmed.LastIndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return false;
        }

        var digits = new StringBuilder();
        var before = trimmed[..start];
        var isNegative =
            before.ContainsAny('-', '−') || (before.Contains('(') && trimmed[^1] == ')');
        if (before.TrimEnd().EndsWith([point]))
        {
            digits.Append("0.");
        }

        foreach (var c in trimmed[start..(end + 1)])
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (c == point)
            {
                digits.Append('.');
            }
            else if (!(c is '\'' or '’' or ',' or '.' || char.IsWhiteSpace(c)))
            {
                return false;
            }
        }

        var isRead = ExactDecimal.TryParse(digits.ToString(), out number);
        number = isNegative ? -number : number;
        return isRead;
    }
}
