using DataConnectors.Core.Kernel;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>What Fin needs to choose the connector by itself.</summary>
internal sealed class FinRules : AbstractValidator<RuleSubject>
{
    public FinRules() =>
        RuleFor(subject => subject.Definition)
            .Custom(
                (definition, context) =>
                {
                    if (
                        definition.DirectFinUsage
                        && string.IsNullOrWhiteSpace(definition.Description)
                    )
                    {
                        context.Add(
                            "description",
                            "Describe when to use the connector: Fin chooses by this text.",
                            ProblemSeverity.Warning
                        );
                    }

                    if (
                        definition.Audiences.Any(role => !Enum.IsDefined(role))
                        || definition.Audiences.Distinct().Count() < definition.Audiences.Count
                    )
                    {
                        context.Add(
                            "audiences",
                            "Name each of users, leads and visitors at most once; none of them for everyone."
                        );
                    }
                }
            );
}
