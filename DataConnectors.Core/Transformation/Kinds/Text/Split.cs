using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class Split
{
    public const string Name = "split";

    public static TransformationKind Kind { get; } =
        new(
            new(
                Name,
                TransformationGroup.Text,
                "Split",
                "Makes a list of a text: at \",\" \"red, blue\" becomes [\"red\",\"blue\"].",
                [
                    Setting.Text("separator", "Separator", ","),
                    Setting.Boolean("trim", "Trim each part", true),
                    Setting.Boolean("drop_empty", "Leave out empty parts", true),
                ]
            ),
            FieldType.List,
            settings =>
            {
                var separator = settings.NonEmpty("separator");
                var options =
                    (
                        settings.Boolean("trim")
                            ? StringSplitOptions.TrimEntries
                            : StringSplitOptions.None
                    )
                    | (
                        settings.Boolean("drop_empty")
                            ? StringSplitOptions.RemoveEmptyEntries
                            : StringSplitOptions.None
                    );
                return StepOn.Text(text =>
                    FieldValue.List([
                        .. text.Split(separator, options).Select(part => (FieldValue)part),
                    ])
                );
            }
        );
}
