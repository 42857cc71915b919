using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>The value of a header. Only printable ASCII is sent, and tabs inside: no value can begin another header.</summary>
public sealed class HeaderTemplate
{
    private const string Allowed = "only letters, digits and signs of ASCII can stand in a header.";
    private readonly Template template;

    private HeaderTemplate(Template template, IReadOnlyList<TemplateProblem> problems)
    {
        this.template = template;
        Problems = problems;
    }

    /// <summary>What has to be mended, in order of position; empty when the header can be rendered.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    /// <summary>The placeholders, in order.</summary>
    public IReadOnlyList<Placeholder> Placeholders => template.Placeholders;

    /// <summary>Takes the header value apart. Never fails: what is wrong is in <see cref="Problems"/>.</summary>
    public static HeaderTemplate Parse(string text)
    {
        var parsed = Template.Parse(text);
        return new(parsed, [.. parsed.Problems, .. ProblemsIn(parsed)]);
    }

    /// <summary>The header value with values as they are; a missing value leaves nothing. Spaces at both ends are dropped.</summary>
    /// <returns>The header value, or a failure for a name that names nothing and for a value that cannot stand in a header.</returns>
    public Outcome<string, TemplateFailure> Render(ITemplateValues values)
    {
        if (Problems.Count > 0)
        {
            return ValueLookup.Unmended(Problems);
        }

        return PlainRenderer.Render(template, values, FaultIn).TryGet(out var text, out var failure)
            ? text.Trim(' ', '\t')
            : failure;
    }

    private static IEnumerable<TemplateProblem> ProblemsIn(Template template) =>
        from segment in template.Segments
        where segment.Placeholder is null
        from position in Enumerable.Range(segment.Start, segment.Length)
        where !IsAllowed(template.Text[position])
        select new TemplateProblem($"This character cannot be sent: {Allowed}", position, 1);

    private static string? FaultIn(string value)
    {
        foreach (var c in value)
        {
            if (!IsAllowed(c))
            {
                return char.IsControl(c)
                    ? "holds a line break or control character, which cannot stand in a header."
                    : $"cannot be sent: {Allowed}";
            }
        }

        return null;
    }

    private static bool IsAllowed(char c) => c is (>= ' ' and <= '~') or '\t';
}
