using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class Trim
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "trim",
                TransformationGroup.Text,
                "Trim",
                "Removes white space around a text: \" Ana \" becomes \"Ana\".",
                [
                    Setting.Choice(
                        "sides",
                        "Sides",
                        ("both", "Both ends"),
                        ("start", "Start only"),
                        ("end", "End only")
                    ),
                    Setting.Boolean("collapse", "Make white space inside single spaces", false),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var sides = settings.Choice("sides");
                var isCollapsed = settings.Boolean("collapse");
                return StepOn.Text(text =>
                {
                    var trimmed = sides switch
                    {
                        "start" => text.TrimStart(),
                        "end" => text.TrimEnd(),
                        _ => text.Trim(),
                    };
                    return isCollapsed ? Collapse(trimmed) : trimmed;
                });
            }
        );

    private static string Collapse(string text)
    {
        var output = new System.Text.StringBuilder(text.Length);
        var wasSpace = false;
        foreach (var character in text)
        {
            var isSpace = char.IsWhiteSpace(character);
            if (!isSpace || !wasSpace)
            {
                output.Append(isSpace ? ' ' : character);
            }

            wasSpace = isSpace;
        }

        return output.ToString();
    }
}
