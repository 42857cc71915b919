using DataConnectors.Core.Transformation;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Response fields: judged while they decide what Fin may read, when at least one must be left for Fin.</summary>
internal sealed class ResponseFieldRules : AbstractValidator<RuleSubject>
{
    public ResponseFieldRules() =>
        RuleFor(subject => subject.Definition)
            .Custom(
                (definition, context) =>
                {
                    if (
                        definition.DataAccess != DataAccess.Restricted
                        || definition.ResponseTransformation != ResponseTransformation.Table
                    )
                    {
                        return;
                    }

                    if (!definition.ResponseFields.Any(field => field.IsExposed))
                    {
                        context.Add(
                            "responseFields",
                            "Access is restricted and no field is chosen, so Fin would see nothing. Choose a field, or give full access."
                        );
                    }

                    foreach (var problem in FieldSelectionRules.Check(definition.ResponseFields))
                    {
                        context.Add(problem.Path, problem.Message, problem.Severity);
                    }
                }
            );
}
