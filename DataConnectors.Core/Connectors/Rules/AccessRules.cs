using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>
/// Who the connector runs for: an endpoint is public, or for signed-in users, never both; and a call that is for one of them says for whom.
/// </summary>
internal sealed class AccessRules : AbstractValidator<RuleSubject>
{
    public AccessRules()
    {
        RuleFor(subject => subject.Definition)
            .Must(definition =>
                definition is not { BypassAuthentication: true, CustomerAuthentication: true }
            )
            .WithMessage(
                "The endpoint cannot be public and only for signed-in users at once. Turn one of the two off."
            )
            .OverridePropertyName("bypassAuthentication");

        RuleFor(subject => subject.Definition)
            .Must(definition =>
                !definition.CustomerAuthentication || VerifiedIdentity.IsRead(definition)
            )
            .WithMessage(
                "The call does not say who is asking, so a signed-in customer could ask for somebody else's data by naming it. "
                    + $"Read {string.Join(", ", VerifiedIdentity.AttributePaths.SkipLast(1))} or {VerifiedIdentity.AttributePaths[^1]} in a data input, "
                    + "or put a placeholder such as {{person.user_id}} into the URL, a header or the body."
            )
            .OverridePropertyName("customerAuthentication");
    }
}
