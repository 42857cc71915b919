using System.Text.RegularExpressions;
using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds.Text;

internal static class RegularExpressionExtract
{
    public static TransformationKind Kind { get; } =
        new(
            new(
                "regular_expression_extract",
                TransformationGroup.Text,
                "Extract by regular expression",
                "Keeps the first match: \"#(\\d+)\" and group 1 make \"Order #1001 paid\" \"1001\". Without a match the value is missing.",
                [
                    Setting.Text("pattern", "Regular expression", null, "#(\\d+)"),
                    Setting.Text("group", "Group (number or name)", "0"),
                    Setting.Boolean("ignore_case", "Ignore case", false),
                ]
            ),
            FieldType.Text,
            settings =>
            {
                var pattern = settings.NonEmpty("pattern");
                var group = settings.Text("group");
                var regex = SafeRegex.Compile(
                    pattern,
                    settings.Boolean("ignore_case"),
                    out var fault
                );
                if (regex is null)
                {
                    settings.Fault("pattern", fault);
                    return (_, _) => Refusal.Text;
                }

                if (!regex.GetGroupNames().Contains(group))
                {
                    settings.Fault(
                        "group",
                        $"The expression has no group {group}. It has {string.Join(", ", regex.GetGroupNames())}."
                    );
                }

                return (value, run) => Extract(value, regex, group, run);
            }
        );

    private static FieldValue Extract(FieldValue value, Regex regex, string group, ShapingRun run)
    {
        if (!value.TryText(out var text))
        {
            return Refusal.Text;
        }

        if (text.Length > SafeRegex.LongestText)
        {
            return SafeRegex.TooLong;
        }

        if (!run.CanMatch)
        {
            return SafeRegex.TooSlow;
        }

        var started = run.Clock.GetTimestamp();
        try
        {
            var match = regex.Match(text);
            return match.Success && match.Groups[group] is { Success: true } found
                ? found.Value
                : FieldValue.Missing;
        }
        catch (RegexMatchTimeoutException)
        {
            return SafeRegex.TooSlow;
        }
        finally
        {
            run.ChargeMatching(started);
        }
    }
}
