using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Any;

internal static class MapValues
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "map_values",
                TransformationGroup.Any,
                "Map values",
                "Puts words for codes: {\"S\":\"Shipped\"} makes \"S\" \"Shipped\".",
                [
                    new("pairs", "Values and their words", SettingType.Pairs, null)
                    {
                        Placeholder = "{\"S\":\"Shipped\"}",
                    },
                    Setting.Choice(
                        "otherwise",
                        "Any other value",
                        ("keep", "Stays as it is"),
                        ("missing", "Is missing (fallback)"),
                        ("text", "Becomes this text")
                    ),
                    Setting.Text("otherwise_text", "Text for any other value", "", "Unknown"),
                    Setting.Boolean("ignore_case", "Ignore case", false),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var words = new Dictionary<string, string>(
                    settings.Boolean("ignore_case")
                        ? StringComparer.OrdinalIgnoreCase
                        : StringComparer.Ordinal
                );
                foreach (var (value, word) in settings.Pairs("pairs"))
                {
                    words[value] = word;
                }

                var otherwise = settings.Choice("otherwise");
                var text = settings.Text("otherwise_text");
                return (value, _) =>
                    !value.TryText(out var code) ? Refusal.Text
                    : words.TryGetValue(code, out var word) ? word
                    : otherwise switch
                    {
                        "missing" => FieldValue.Missing,
                        "text" => text,
                        _ => value,
                    };
            }
        );
}
