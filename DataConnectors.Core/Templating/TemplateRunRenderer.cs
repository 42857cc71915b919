using System.Runtime.CompilerServices;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>Writes runs with values percent-encoded, so that no value can end its place or begin another.</summary>
internal static class TemplateRunRenderer
{
    public static Outcome<string, TemplateFailure> Render(
        TemplateRun[] runs,
        ITemplateValues values
    )
    {
        // The interpolation handler is the framework's pooled text buffer; its first characters are on the stack.
        var output = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[512]);
        foreach (var run in runs)
        {
            if (Append(ref output, run, values) is { } failure)
            {
                output.Clear();
                return failure;
            }
        }

        return output.ToStringAndClear();
    }

    private static TemplateFailure? Append(
        ref DefaultInterpolatedStringHandler output,
        TemplateRun run,
        ITemplateValues values
    )
    {
        var start = output.Text.Length;
        string? name = null;
        foreach (var piece in run.Pieces)
        {
            if (!piece.IsPlaceholder)
            {
                output.AppendLiteral(piece.Text);
                continue;
            }

            name ??= piece.Text;
            if (!values.Find(piece.Text).TryGet(out var value, out var failure))
            {
                return failure;
            }

            if (FaultIn(run.Kind, value) is { } fault)
            {
                return ValueLookup.Refuse(piece.Text, fault);
            }

            output.AppendLiteral(Uri.EscapeDataString(value.ToString()));
        }

        return name is not null && FaultIn(run.Kind, output.Text[start..]) is { } runFault
            ? ValueLookup.Refuse(name, runFault)
            : null;
    }

    private static string? FaultIn(RunKind kind, TemplateValue value)
    {
        if (kind == RunKind.PathSegment && value.IsMissing)
        {
            return "is missing, and the path of the URL cannot do without it.";
        }

        foreach (var c in value.ToString())
        {
            // Lines are honest text in a parameter, where they are encoded; in a path they only ever serve an attack.
            if (
                char.IsControl(c)
                && (kind == RunKind.PathSegment || c is not ('\t' or '\n' or '\r'))
            )
            {
                return kind == RunKind.PathSegment
                    ? "holds a control character or line break, which cannot stand in the path of a URL."
                    : "holds a control character, which cannot be sent here.";
            }
        }

        return null;
    }

    private static string? FaultIn(RunKind kind, ReadOnlySpan<char> rendered) =>
        kind switch
        {
            RunKind.PathSegment when rendered.IsEmpty =>
                "is empty, which would leave an empty segment in the path of the URL.",
            RunKind.PathSegment when DotSegment.Is(rendered) =>
                "makes a path segment of . or .., which servers read as another path.",
            RunKind.ParameterName when rendered.IsEmpty =>
                "is empty, which would leave a parameter without a name.",
            _ => null,
        };
}
