using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class Replace
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "replace",
                TransformationGroup.Text,
                "Replace",
                "Replaces every occurrence of a text: \"_\" with a space makes \"in_transit\" \"in transit\".",
                [
                    Setting.Text("find", "Find", null, "_"),
                    Setting.Text("with", "Replace with", ""),
                    Setting.Boolean("ignore_case", "Ignore case", false),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var find = settings.NonEmpty("find");
                var with = settings.Text("with");
                var comparison = settings.Boolean("ignore_case")
                    ? StringComparison.OrdinalIgnoreCase
                    : StringComparison.Ordinal;
                return StepOn.Text(text =>
                    IsTooLong(text, find, with, comparison)
                        ? Refusal.Size
                        : text.Replace(find, with, comparison)
                );
            }
        );

    /// <summary>Judged before anything is made of a million short finds and a long replacement.</summary>
    private static bool IsTooLong(
        string text,
        string find,
        string with,
        StringComparison comparison
    )
    {
        if (
            with.Length <= find.Length
            || text.Length / find.Length * (long)with.Length < StepOn.LongestText / 2
        )
        {
            return false;
        }

        long length = text.Length;
        for (
            var at = text.IndexOf(find, comparison);
            at >= 0;
            at = text.IndexOf(find, at + find.Length, comparison)
        )
        {
            length += with.Length - find.Length;
        }

        return length > StepOn.LongestText;
    }
}
