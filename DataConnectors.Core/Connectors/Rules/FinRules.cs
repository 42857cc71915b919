using DataConnectors.Core.Audiences;
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

                    CheckAudience(definition, context);
                }
            );

    private static void CheckAudience(
        ConnectorDefinition definition,
        ValidationContext<RuleSubject> context
    )
    {
        var known = context.InstanceToValidate.Context;
        if (definition.AudienceIds.Count > 0 && definition.CustomAudience is not null)
        {
            context.Add(
                "customAudience",
                "A connector has Fin audiences or a custom audience, never both. Remove one of them."
            );
        }

        if (definition.AudienceIds.Distinct().Count() < definition.AudienceIds.Count)
        {
            context.Add("audienceIds", "A Fin audience is chosen twice. Remove it once.");
        }

        for (var i = 0; i < definition.AudienceIds.Count; i++)
        {
            if (!known.AudienceNames.ContainsKey(definition.AudienceIds[i]))
            {
                context.Add(
                    $"audienceIds[{i}]",
                    "A Fin audience chosen here was deleted. Remove it."
                );
            }
        }

        if (definition.CustomAudience is { } rule)
        {
            foreach (var problem in AudienceRules.Check(rule, known.Attributes, "customAudience"))
            {
                context.Add(problem.Path, problem.Message, problem.Severity);
            }
        }

        if (definition.RolloutPercent is < 1 or > Rollout.Whole)
        {
            context.Add("rolloutPercent", "Roll it out to a whole percentage from 1 to 100.");
        }
    }
}
