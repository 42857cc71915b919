using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>
/// The endpoint of a data connector. Scheme, host and port are literal; values fill path segments, query names and query values,
/// and never change how many of each there are.
/// </summary>
public sealed class UrlTemplate
{
    private readonly TemplateRun[] runs;

    internal UrlTemplate(
        Template template,
        TemplateRun[] runs,
        IReadOnlyList<TemplateProblem> problems
    )
    {
        Placeholders = template.Placeholders;
        Problems = problems;
        this.runs = runs;
    }

    /// <summary>What has to be mended, in order of position; empty when the URL can be rendered.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    /// <summary>The placeholders, in order.</summary>
    public IReadOnlyList<Placeholder> Placeholders { get; }

    /// <summary>Takes the URL apart. Never fails: what is wrong is in <see cref="Problems"/>.</summary>
    public static UrlTemplate Parse(string text)
    {
        var template = Template.Parse(text);
        return template.Problems.Count > 0
            ? new(template, [], template.Problems)
            : new UrlTemplateParser(template).Parse();
    }

    /// <summary>The URL with values, percent-encoded for their place.</summary>
    /// <returns>
    /// The URL, in ASCII after the host; or a failure for a name that names nothing, a value that is too long or holds control characters, and in
    /// the path also for one that is missing, leaves its segment empty or makes it <c>.</c> or <c>..</c> in any encoding.
    /// </returns>
    public Outcome<string, TemplateFailure> Render(ITemplateValues values) =>
        Problems.Count > 0
            ? ValueLookup.Unmended(Problems)
            : TemplateRunRenderer.Render(runs, values);
}
