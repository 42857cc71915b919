using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;
using FluentValidation;
using FluentValidation.Results;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Adds failures under the path that the console and the API show, rather than under a property's name.</summary>
internal static class Failures
{
    public static void Add(
        this ValidationContext<RuleSubject> context,
        string path,
        string message,
        ProblemSeverity severity = ProblemSeverity.Error
    ) =>
        context.AddFailure(
            new ValidationFailure(path, message)
            {
                Severity = severity == ProblemSeverity.Error ? Severity.Error : Severity.Warning,
            }
        );

    /// <summary>Adds what is wrong with a template itself, and each name in it that names nothing.</summary>
    public static void AddTemplate(
        this ValidationContext<RuleSubject> context,
        string path,
        IReadOnlyList<TemplateProblem> problems,
        IReadOnlyList<Placeholder> placeholders
    )
    {
        foreach (var problem in problems)
        {
            context.Add(path, problem.Message);
        }

        var known = context.InstanceToValidate.Placeholders;
        foreach (
            var name in placeholders
                .Select(placeholder => placeholder.Name)
                .Distinct(StringComparer.Ordinal)
                .Where(name => !known.Contains(name))
        )
        {
            context.Add(path, known.Unknown(name));
        }
    }
}
