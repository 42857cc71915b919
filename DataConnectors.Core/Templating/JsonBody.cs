using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>
/// A JSON body. Each placeholder stands either inside a string literal, where its value is escaped, or on its own, where it
/// becomes a JSON value of its type; keys are literal, so values never change the shape.
/// </summary>
internal sealed class JsonBody(Template template, IReadOnlyList<bool> isInString) : BodyRenderer
{
    /// <summary>Escapes what JSON demands and leaves other scripts readable; the result is never put into HTML.</summary>
    private static readonly JavaScriptEncoder Escaper = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonBody Parse(Template template, ICollection<TemplateProblem> problems)
    {
        var isInString = PlacesOf(template);
        JsonBodyCheck.Check(template, isInString, problems);
        return new(template, isInString);
    }

    public override Outcome<string, TemplateFailure> Render(ITemplateValues values)
    {
        var output = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[512]);
        var index = 0;
        foreach (var segment in template.Segments)
        {
            if (segment.Placeholder is not { Name: var name })
            {
                output.AppendFormatted(template.Text.AsSpan(segment.Start, segment.Length));
                continue;
            }

            if (!values.Find(name).TryGet(out var value, out var failure))
            {
                output.Clear();
                return failure;
            }

            Append(ref output, value, isInString[index++]);
        }

        return output.ToStringAndClear();
    }

    private static void Append(
        ref DefaultInterpolatedStringHandler output,
        TemplateValue value,
        bool isInString
    )
    {
        if (isInString)
        {
            output.AppendLiteral(Escaper.Encode(value.ToString()));
            return;
        }

        switch (value.Kind)
        {
            case TemplateValueKind.Missing:
                output.AppendLiteral("null");
                break;
            case TemplateValueKind.Text:
                output.AppendLiteral("\"");
                output.AppendLiteral(Escaper.Encode(value.ToString()));
                output.AppendLiteral("\"");
                break;
            case TemplateValueKind.Boolean:
                output.AppendLiteral(value.ToString());
                break;
            default:
                output.AppendLiteral(TemplateValueSyntax.AsJsonNumber(value.ToString()));
                break;
        }
    }

    /// <summary>For each placeholder in order, whether an odd number of unescaped quotes stands before it.</summary>
    private static List<bool> PlacesOf(Template template)
    {
        var places = new List<bool>(template.Placeholders.Count);
        var isInString = false;
        foreach (var segment in template.Segments)
        {
            if (segment.Placeholder is not null)
            {
                places.Add(isInString);
                continue;
            }

            var literal = template.Text.AsSpan(segment.Start, segment.Length);
            for (var i = 0; i < literal.Length; i++)
            {
                if (literal[i] == '"')
                {
                    isInString = !isInString;
                }
                else if (literal[i] == '\\' && isInString)
                {
                    i++;
                }
            }
        }

        return places;
    }
}
