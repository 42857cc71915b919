using System.Runtime.CompilerServices;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>Writes values as they are, after asking whether they may stand there.</summary>
internal static class PlainRenderer
{
    public static Outcome<string, TemplateFailure> Render(
        Template template,
        ITemplateValues values,
        Func<string, string?> faultIn
    )
    {
        var output = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[512]);
        foreach (var segment in template.Segments)
        {
            if (segment.Placeholder is not { Name: var name })
            {
                output.AppendFormatted(template.Text.AsSpan(segment.Start, segment.Length));
                continue;
            }

            if (
                !values.Find(name).TryGet(out var value, out var failure)
                || Refusal(name, value, faultIn, out failure)
            )
            {
                output.Clear();
                return failure;
            }

            output.AppendLiteral(value.ToString());
        }

        return output.ToStringAndClear();
    }

    private static bool Refusal(
        string name,
        TemplateValue value,
        Func<string, string?> faultIn,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TemplateFailure? failure
    )
    {
        failure = faultIn(value.ToString()) is { } fault ? ValueLookup.Refuse(name, fault) : null;
        return failure is not null;
    }
}
