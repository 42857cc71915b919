using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>How long a run may take, how much of the answer it reads, and which answers it takes for one.</summary>
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
        RuleFor(subject => subject.Definition.ExpectedStatuses)
            .Custom(
                (statuses, context) =>
                {
                    for (var index = 0; index < statuses.Count; index++)
                    {
                        if (Fault(statuses, index) is { } fault)
                        {
                            context.Add("expectedStatuses", fault);
                        }
                    }
                }
            );
    }

    private static string? Fault(IReadOnlyList<int> statuses, int index) =>
        statuses[index] switch
        {
            >= 200 and < 300 =>
                $"{statuses[index]} counts as an answer anyway. Remove it from those treated as one, too.",
            < 300 or > 599 =>
                $"{statuses[index]} is not a status that an API answers with: give one from 300 to 599, such as 404.",
            var status when statuses.Take(index).Contains(status) =>
                $"{status} stands twice among the statuses treated as an answer. Remove one.",
            _ => null,
        };
}
