using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class AddPrefixSuffix
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "add_prefix_suffix",
                TransformationGroup.Text,
                "Add prefix or suffix",
                "Puts text before and after: prefix \"#\" makes \"1001\" \"#1001\".",
                [
                    Setting.Text("prefix", "Prefix", "", "#"),
                    Setting.Text("suffix", "Suffix", "", " kg"),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var prefix = settings.Text("prefix");
                var suffix = settings.Text("suffix");
                if (prefix.Length + suffix.Length == 0)
                {
                    settings.Fault("prefix", "Give a prefix, a suffix, or both.");
                }

                return StepOn.Text(text => string.Concat(prefix, text, suffix));
            }
        );
}
