using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>The name: there is one, of readable length, in letters.</summary>
internal sealed class IdentityRules : AbstractValidator<RuleSubject>
{
    public IdentityRules() =>
        RuleFor(subject => subject.Definition.Name)
            .Cascade(CascadeMode.Stop)
            .Must(name => !string.IsNullOrWhiteSpace(name))
            .WithMessage("Give the connector a name, such as Get order status.")
            .Must(name => name.Length <= ConnectorDefinition.MaxNameLength)
            .WithMessage(
                $"The name is longer than {ConnectorDefinition.MaxNameLength} characters. Shorten it."
            )
            .Must(name => !name.Any(char.IsControl))
            .WithMessage("The name holds a line break or another control character. Remove it.")
            .Must(name => !Emoji.IsIn(name))
            .WithMessage("The name holds an emoji. Use letters, digits and punctuation only.")
            .OverridePropertyName("name");
}
