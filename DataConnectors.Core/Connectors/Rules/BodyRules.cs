using DataConnectors.Core.Kernel;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>The body: a template of its format, where the method sends one.</summary>
internal sealed class BodyRules : AbstractValidator<RuleSubject>
{
    public BodyRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    if (subject.Body is { } body)
                    {
                        context.AddTemplate("body", body.Problems, body.Placeholders);
                    }
                    else if (!string.IsNullOrWhiteSpace(subject.Definition.Body))
                    {
                        context.Add(
                            "body",
                            "A GET request sends no body, so this one is left out. Choose another method, or remove the body.",
                            ProblemSeverity.Warning
                        );
                    }
                }
            );
}
