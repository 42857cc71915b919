using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>How long a run may take and how much of the answer it reads.</summary>
internal sealed class LimitRules : AbstractValidator<RuleSubject>
{
    public LimitRules()
    {
        RuleFor(subject => subject.Definition.TimeoutMilliseconds)
            .InclusiveBetween(
                ConnectorDefinition.MinTimeoutMilliseconds,
                ConnectorDefinition.MaxTimeoutMilliseconds
            )
            .WithMessage("The time-out must be between 1 and 30 seconds.")
            .OverridePropertyName("timeoutMilliseconds");
        RuleFor(subject => subject.Definition.ResponseCapBytes)
            .InclusiveBetween(
                ConnectorDefinition.MinResponseCapBytes,
                ConnectorDefinition.MaxResponseCapBytes
            )
            .WithMessage("The response cap must be between 1 KiB and 10 MiB.")
            .OverridePropertyName("responseCapBytes");
    }
}
