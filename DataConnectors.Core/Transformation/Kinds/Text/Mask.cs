using System.Text;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class Mask
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "mask",
                TransformationGroup.Text,
                "Mask",
                "Hides most of a text: \"4111 1111 1111 1234\" becomes \"**** **** **** 1234\". What is too short is hidden whole.",
                [
                    Setting.Choice(
                        "style",
                        "What is hidden",
                        ("all", "Every character"),
                        ("letters_and_digits", "Letters and digits (card, phone number)"),
                        ("email", "The part of an email before @")
                    ),
                    Setting.Integer("keep_first", "Characters kept at the start", "0"),
                    Setting.Integer("keep_last", "Characters kept at the end", "4"),
                    Setting.Text("character", "Masking character", "*"),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var style = settings.Choice("style");
                var first = settings.Integer("keep_first", 0, 100);
                var last = settings.Integer("keep_last", 0, 100);
                var character = settings.NonEmpty("character");
                if (character.EnumerateRunes().Count() > 1)
                {
                    settings.Fault(
                        "character",
                        "The masking character must be a single character."
                    );
                }

                return StepOn.Text(text =>
                {
                    var at = style == "email" ? text.LastIndexOf('@') : -1;
                    return at < 0
                        ? Hide(text, first, last, character, style == "letters_and_digits")
                        : Hide(text[..at], first, last, character, onlyWords: false) + text[at..];
                });
            }
        );

    private static string Hide(string text, int first, int last, string character, bool onlyWords)
    {
        var runes = text.EnumerateRunes().ToArray();
        var countable = runes.Count(rune => !onlyWords || Rune.IsLetterOrDigit(rune));

        // At least half is hidden, so that a short value is not shown by keeping its ends.
        if (first + last > countable / 2)
        {
            (first, last) = (0, 0);
        }

        var output = new StringBuilder(text.Length);
        var index = 0;
        foreach (var rune in runes)
        {
            var isCounted = !onlyWords || Rune.IsLetterOrDigit(rune);
            var isKept = !isCounted || index < first || index >= countable - last;
            output.Append(isKept ? rune.ToString() : character);
            index += isCounted ? 1 : 0;
        }

        return output.ToString();
    }
}
