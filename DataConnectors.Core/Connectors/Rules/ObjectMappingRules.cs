using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>
/// Object mappings: from objects of the answer to attributes that may be written, each once, and of a type that the example fits.
/// </summary>
internal sealed class ObjectMappingRules : AbstractValidator<RuleSubject>
{
    private const int MaxMappings = 20;

    public ObjectMappingRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    var mappings = subject.Definition.ObjectMappings;
                    if (mappings.Count > MaxMappings)
                    {
                        context.Add(
                            "objectMappings",
                            $"A connector has at most {MaxMappings} object mappings. Remove some."
                        );
                    }

                    // Of people and conversations there is one in a run, so two mappings may write the same attribute of it.
                    var written = new HashSet<string>(StringComparer.Ordinal);
                    for (var index = 0; index < mappings.Count; index++)
                    {
                        new ObjectMappingCheck(
                            mappings[index],
                            $"objectMappings[{index}]",
                            subject,
                            context
                        ).Run(written);
                    }
                }
            );
}
