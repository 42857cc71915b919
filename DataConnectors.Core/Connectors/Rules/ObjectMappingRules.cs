using DataConnectors.Core.People;
using DataConnectors.Core.Transformation;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Object mappings: from a place in the answer to an attribute that may be written, each attribute once.</summary>
internal sealed class ObjectMappingRules : AbstractValidator<RuleSubject>
{
    public ObjectMappingRules() =>
        RuleFor(subject => subject)
            .Custom(
                (subject, context) =>
                {
                    var mappings = subject.Definition.ObjectMappings;
                    var written = new List<string>();
                    for (var i = 0; i < mappings.Count; i++)
                    {
                        for (var row = 0; row < mappings[i].Attributes.Count; row++)
                        {
                            var attribute = mappings[i].Attributes[row];
                            var path = $"objectMappings[{i}].attributes[{row}]";
                            if (ResponsePathFault(attribute.ResponsePath) is { } responseFault)
                            {
                                context.Add($"{path}.responsePath", responseFault);
                            }

                            var name =
                                attribute.Attribute.Length == 0
                                    ? ""
                                    : $"{mappings[i].ObjectType}.{attribute.Attribute}";
                            if (
                                AttributeFault(name, written, subject.Context.Attributes) is
                                { } attributeFault
                            )
                            {
                                context.Add($"{path}.attribute", attributeFault);
                            }

                            written.Add(name);
                        }
                    }
                }
            );

    private static string? ResponsePathFault(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "Choose the field of the answer that is stored.";
        }

        if (!FieldPath.Parse(path).TryGet(out var parsed, out var fault))
        {
            return fault;
        }

        return parsed.Steps.Any(step => step.Key is null)
            ? $"{path} stands for every element of a list; an attribute takes a single value. Choose a field outside a list."
            : null;
    }

    private static string? AttributeFault(
        string path,
        IEnumerable<string> earlier,
        IReadOnlyList<KnownAttribute> attributes
    )
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return "Choose the attribute that the value is stored in.";
        }

        if (attributes.FirstOrDefault(known => known.Path == path) is not { } attribute)
        {
            return $"There is no attribute {path}. "
                + (
                    NearestName.To(path, attributes.Select(known => known.Path)) is { } near
                        ? $"Did you mean {near}?"
                        : "Choose one that exists."
                );
        }

        if (attribute.IsBuiltIn)
        {
            return $"{path} says who the person or conversation is and is never overwritten. Choose another attribute.";
        }

        return earlier.Contains(path, StringComparer.Ordinal)
            ? $"Two mappings store into {path}. Remove one."
            : null;
    }
}
