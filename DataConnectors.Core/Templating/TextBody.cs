using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>A body of no particular format: values stand as they are.</summary>
internal sealed class TextBody(Template template) : BodyRenderer
{
    public override Outcome<string, TemplateFailure> Render(ITemplateValues values) =>
        PlainRenderer.Render(template, values, FaultIn);

    private static string? FaultIn(string value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t'))
            {
                return "holds a control character, which cannot stand in a text body.";
            }
        }

        return null;
    }
}
