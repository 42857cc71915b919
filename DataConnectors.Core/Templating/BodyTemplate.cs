using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>How the body of a request is written, and so how values are encoded in it.</summary>
public enum BodyFormat
{
    /// <summary>JSON: a value inside quotes is escaped text, a value on its own is a JSON value of its type.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>: a value stays one value.</summary>
    Form,

    /// <summary>Anything else: values as they are.</summary>
    Text,
}

/// <summary>The body of a request.</summary>
public sealed class BodyTemplate
{
    private readonly BodyRenderer renderer;

    private BodyTemplate(
        Template template,
        IReadOnlyList<TemplateProblem> problems,
        BodyRenderer renderer
    )
    {
        Placeholders = template.Placeholders;
        Problems = problems;
        this.renderer = renderer;
    }

    /// <summary>What has to be mended, in order of position; empty when the body can be rendered.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    /// <summary>The placeholders, in order.</summary>
    public IReadOnlyList<Placeholder> Placeholders { get; }

    /// <summary>Takes the body apart. Never fails: what is wrong is in <see cref="Problems"/>. A blank JSON body is no body.</summary>
    public static BodyTemplate Parse(string text, BodyFormat format)
    {
        var template = Template.Parse(text);
        var problems = new List<TemplateProblem>(template.Problems);
        BodyRenderer body =
            problems.Count > 0 ? new TextBody(template)
            : format == BodyFormat.Json ? JsonBody.Parse(template, problems)
            : format == BodyFormat.Form ? FormBody.Parse(template, problems)
            : new TextBody(template);
        return new(template, problems, body);
    }

    /// <summary>The body with values encoded for their place; a missing value is <c>null</c> on its own in JSON and nothing elsewhere.</summary>
    /// <returns>The body; or a failure for a name that names nothing and for a value that cannot stand in this format.</returns>
    public Outcome<string, TemplateFailure> Render(ITemplateValues values) =>
        Problems.Count > 0 ? ValueLookup.Unmended(Problems) : renderer.Render(values);
}

/// <summary>A parsed body of one format.</summary>
internal abstract class BodyRenderer
{
    public abstract Outcome<string, TemplateFailure> Render(ITemplateValues values);
}
