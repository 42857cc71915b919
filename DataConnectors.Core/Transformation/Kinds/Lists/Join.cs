using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Lists;

internal static class Join
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "join",
                TransformationGroup.List,
                "Join",
                "Makes one text of a list: [\"red\",\"blue\"] becomes \"red, blue\".",
                [
                    Setting.Text("separator", "Separator", ", "),
                    Setting.Text("last_separator", "Before the last, when different", "", " and "),
                    ElementField.Setting("name"),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var separator = settings.Text("separator");
                var last = settings.Text("last_separator") is { Length: > 0 } other
                    ? other
                    : separator;
                var field = ElementField.Read(settings);
                return StepOn.List(elements => Together(elements, separator, last, field));
            }
        );

    private static FieldValue Together(
        IReadOnlyList<FieldValue> elements,
        string separator,
        string last,
        ElementField field
    )
    {
        var parts = new List<string>(elements.Count);
        var length = 0L;
        foreach (var element in elements)
        {
            var value = field.Of(element);
            if (value.IsNothing)
            {
                continue;
            }

            if (!value.TryText(out var text))
            {
                return Refusal.Scalars;
            }

            parts.Add(text);
            length += text.Length + separator.Length;
        }

        if (length > StepOn.LongestText)
        {
            return Refusal.Size;
        }

        return parts.Count < 2
            ? string.Concat(parts)
            : string.Concat(string.Join(separator, parts[..^1]), last, parts[^1]);
    }
}
