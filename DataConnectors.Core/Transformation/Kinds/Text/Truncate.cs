using System.Globalization;
using System.Text;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class Truncate
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "truncate",
                TransformationGroup.Text,
                "Truncate",
                "Cuts a long text: at length 8, \"A long story\" becomes \"A long…\".",
                [
                    Setting.Integer("length", "Longest length, with the ellipsis", "200"),
                    Setting.Text("ellipsis", "Ellipsis", "…"),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var length = settings.Integer("length", 1, 100_000);
                var ellipsis = settings.Text("ellipsis");
                if (settings.Faults.Count == 0 && ellipsis.Length >= length && ellipsis.Length > 0)
                {
                    settings.Fault(
                        "ellipsis",
                        "The ellipsis must be shorter than the longest length."
                    );
                }

                return StepOn.Text(text => Cut(text, length, ellipsis));
            }
        );

    /// <summary>Counts characters as people see them, so that none is cut in two.</summary>
    private static string Cut(string text, int length, string ellipsis)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var kept = length - ellipsis.Length;
        if (Ascii.IsValid(text) && !text.Contains('\r', StringComparison.Ordinal))
        {
            return string.Concat(text.AsSpan(0, kept).TrimEnd(), ellipsis);
        }

        var (end, cut) = (0, 0);
        for (var count = 0; end < text.Length; count++)
        {
            if (count == kept)
            {
                cut = end;
            }

            if (count == length)
            {
                return string.Concat(text.AsSpan(0, cut).TrimEnd(), ellipsis);
            }

            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        }

        return text;
    }
}
