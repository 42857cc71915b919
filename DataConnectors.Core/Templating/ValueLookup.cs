using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Templating;

/// <summary>Looks a placeholder up and refuses what no place accepts.</summary>
internal static class ValueLookup
{
    public static Outcome<TemplateValue, TemplateFailure> Find(
        this ITemplateValues values,
        string name
    )
    {
        if (!values.TryGet(name, out var value))
        {
            return new TemplateFailure(
                name,
                $"{{{{{name}}}}} names nothing: there is no data input or attribute of this name."
            );
        }

        return TemplateValueSyntax.FaultIn(value.ToString()) is { } fault
            ? Refuse(name, fault)
            : value;
    }

    /// <summary>A failure that says what is wrong with the value: "The value of order_id …".</summary>
    public static TemplateFailure Refuse(string name, string fault) =>
        new(name, $"The value of {name} {fault}");

    /// <summary>The failure of rendering a template that still has problems.</summary>
    public static TemplateFailure Unmended(IReadOnlyList<TemplateProblem> problems) =>
        new("", problems[0].Message);
}
