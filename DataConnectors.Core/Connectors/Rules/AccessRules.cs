using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Who the connector runs for: an endpoint is public, or for signed-in users, never both.</summary>
internal sealed class AccessRules : AbstractValidator<RuleSubject>
{
    public AccessRules() =>
        RuleFor(subject => subject.Definition)
            .Must(definition =>
                definition is not { BypassAuthentication: true, CustomerAuthentication: true }
            )
            .WithMessage(
                "The endpoint cannot be public and only for signed-in users at once. Turn one of the two off."
            )
            .OverridePropertyName("bypassAuthentication");
}
