using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>
/// A form: <c>a={{m}}&amp;b=2</c>. Values are percent-encoded (a space as <c>%20</c>, which form and URL decoders both read), so
/// the number of fields and the literal names never change.
/// </summary>
internal sealed class FormBody(TemplateRun[] runs) : BodyRenderer
{
    public static FormBody Parse(Template template, ICollection<TemplateProblem> problems)
    {
        var runs = new TemplateRunBuilder();
        var place = RunKind.ParameterName;
        runs.Next(place, "");
        foreach (var segment in template.Segments)
        {
            if (segment.Placeholder is { } placeholder)
            {
                runs.AddPlaceholder(placeholder.Name);
                continue;
            }

            for (var i = segment.Start; i < segment.Start + segment.Length; )
            {
                var c = template.Text[i];
                if (c == '&' || (c == '=' && place == RunKind.ParameterName))
                {
                    place = c == '&' ? RunKind.ParameterName : RunKind.ParameterValue;
                    runs.Next(place, c.ToString());
                    i++;
                }
                else
                {
                    i += UrlLiteral.Append(runs.Literal, template.Text, i, place, problems);
                }
            }
        }

        return new(runs.Build());
    }

    public override Outcome<string, TemplateFailure> Render(ITemplateValues values) =>
        TemplateRunRenderer.Render(runs, values);
}
