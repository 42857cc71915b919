using System.Globalization;
using System.Text;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class ChangeCase
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "change_case",
                TransformationGroup.Text,
                "Change case",
                "Writes a text in another case: \"IN TRANSIT\" becomes \"In transit\".",
                [
                    Setting.Choice(
                        "case",
                        "Case",
                        ("lower", "lower case"),
                        ("upper", "UPPER CASE"),
                        ("title", "Title Case"),
                        ("sentence", "Sentence case")
                    ),
                ]
            ),
            FieldType.Text,
            settings =>
                settings.Choice("case") switch
                {
                    "upper" => StepOn.Text(text => text.ToUpperInvariant()),
                    "title" => StepOn.Text(text =>
                        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant())
                    ),
                    "sentence" => StepOn.Text(text => Sentence(text.ToLowerInvariant())),
                    _ => StepOn.Text(text => text.ToLowerInvariant()),
                }
        );

    /// <summary>The first letter of each sentence large.</summary>
    private static string Sentence(string text)
    {
        var output = new StringBuilder(text.Length);
        var isStart = true;
        var wasEnd = false;
        foreach (var rune in text.EnumerateRunes())
        {
            isStart |= wasEnd && Rune.IsWhiteSpace(rune);
            wasEnd = rune.Value is '.' or '!' or '?' || (wasEnd && Rune.IsPunctuation(rune));
            output.Append((isStart ? Rune.ToUpperInvariant(rune) : rune).ToString());
            isStart &= !Rune.IsLetterOrDigit(rune);
        }

        return output.ToString();
    }
}
