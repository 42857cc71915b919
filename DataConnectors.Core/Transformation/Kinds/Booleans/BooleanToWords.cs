using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Booleans;

internal static class BooleanToWords
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "boolean_to_words",
                TransformationGroup.Boolean,
                "True or false to words",
                "Says true and false in words: true becomes \"Yes\".",
                [
                    Setting.Text("true_text", "Text for true", "Yes"),
                    Setting.Text("false_text", "Text for false", "No"),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var (whenTrue, whenFalse) = (
                    settings.Text("true_text"),
                    settings.Text("false_text")
                );
                return (value, _) =>
                    Truth(value) is { } truth ? (truth ? whenTrue : whenFalse) : Refusal.Boolean;
            }
        );

    /// <summary>APIs write true and false in many ways; these are safe to understand.</summary>
    private static bool? Truth(FieldValue value)
    {
        if (value.Kind == FieldValueKind.Boolean)
        {
            return value.IsTrue;
        }

        _ = value.TryText(out var text);
        return text.Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "Y" or "1" => true,
            "FALSE" or "NO" or "N" or "0" => false,
            _ => null,
        };
    }
}
