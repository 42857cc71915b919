using System.Globalization;
using System.Text.RegularExpressions;
using DataConnectors.Core.Agent.Language;
using DataConnectors.Core.Connectors;

namespace DataConnectors.Core.Agent.Extracting;

/// <summary>Writes what a person typed as a value of a data input's type.</summary>
internal static partial class TypedText
{
    /// <summary>The value as the executor takes it (<c>12.5</c>, <c>true</c>), or null when it is none of that type.</summary>
    public static string? Normalize(DataInputType type, string text)
    {
        text = text.Trim();
        return type switch
        {
            DataInputType.Text => text.Length == 0 ? null : text,
            DataInputType.Number => WholeNumber(text),
            DataInputType.Decimal => DecimalNumber(text),
            DataInputType.Boolean => YesOrNo(text) switch
            {
                true => "true",
                false => "false",
                null => null,
            },
            _ => null,
        };
    }

    /// <summary>True for yes, false for no, null for anything else; only the first words count.</summary>
    public static bool? YesOrNo(string text)
    {
        var folded = Words.Fold(text);
        return No().IsMatch(folded) ? false
            : Yes().IsMatch(folded) ? true
            : null;
    }

    private static string? WholeNumber(string text)
    {
        var digits = Thousands().IsMatch(text)
            ? text.Replace(",", "", StringComparison.Ordinal)
            : text;
        return long.TryParse(
            digits.TrimStart('#'),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static string? DecimalNumber(string text)
    {
        text = text.Trim('€', '$', '£', '¥', ' ');
        var lastComma = text.LastIndexOf(',');
        var lastDot = text.LastIndexOf('.');
        if (Thousands().IsMatch(text))
        {
            text = text.Replace(",", "", StringComparison.Ordinal);
        }
        else if (lastComma > lastDot)
        {
            // A decimal comma; dots before it group thousands.
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }
        else
        {
            text = text.Replace(",", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"^(yes|y|yep|yeah|yup|sure|ok|okay|of course|certainly|absolutely|definitely|please do|go ahead|confirm|confirmed|correct|right|do it|true|affirmative|i do|i confirm|that's right|that is (right|correct)|sounds good|go for it|proceed)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Yes();

    [GeneratedRegex(
        @"^(no|n|nope|nah|not|don't|do not|dont|please don't|stop|wrong|false|negative|never|i don't|i do not|rather not|wait)\b",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex No();
}
