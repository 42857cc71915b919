using DataConnectors.Core.Connectors.Mapping;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Transformation;
using FluentValidation;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Judges one object mapping.</summary>
/// <param name="mapping">It.</param>
/// <param name="path">Its place in the definition: <c>objectMappings[0]</c>.</param>
/// <param name="subject">The definition with what exists around it.</param>
/// <param name="context">Where problems go.</param>
internal sealed class ObjectMappingCheck(
    ObjectMapping mapping,
    string path,
    RuleSubject subject,
    ValidationContext<RuleSubject> context
)
{
    private const int MaxAttributes = 100;
    private readonly ObjectType? type = subject.Context.Objects.Find(mapping.ObjectType);
    private readonly MappingForecast forecast = MappingForecast.For(
        subject.Definition.ExampleResponse
    );

    /// <param name="written">The attributes of people and conversations that mappings before this one write.</param>
    public void Run(HashSet<string> written)
    {
        var objects = CheckObjects();
        CheckType();
        CheckIdentity(objects);
        if (mapping.Attributes.Count + mapping.References.Count == 0)
        {
            context.Add(
                $"{path}.attributes",
                "Nothing of the object is stored. Choose an attribute, or remove the mapping."
            );
        }
        else if (mapping.Attributes.Count > MaxAttributes)
        {
            context.Add(
                $"{path}.attributes",
                $"A mapping has at most {MaxAttributes} attributes. Remove some."
            );
        }

        var own = type is { IsCustom: false } ? written : new(StringComparer.Ordinal);
        for (var row = 0; row < mapping.Attributes.Count; row++)
        {
            CheckAttribute(mapping.Attributes[row], $"{path}.attributes[{row}]", objects, own);
        }

        for (var row = 0; row < mapping.References.Count; row++)
        {
            CheckReference(row);
        }
    }

    private ObjectPath? CheckObjects()
    {
        var place = $"{path}.responseObjectPath";
        if (string.IsNullOrWhiteSpace(mapping.ResponseObjectPath))
        {
            context.Add(place, "Choose the object of the answer that is stored; $ is all of it.");
            return null;
        }

        if (
            !ObjectPath
                .Parse(mapping.ResponseObjectPath, mapping.ObjectType)
                .TryGet(out var objects, out var fault)
        )
        {
            context.Add(place, fault);
            return null;
        }

        if (type is { IsCustom: false } && objects.IsList)
        {
            context.Add(
                place,
                $"{mapping.ResponseObjectPath} is every object of a list, and there is one {type.Key} in a run. Choose a single object, or store the list as custom objects."
            );
            return null;
        }

        if (forecast.MissingObjects(objects) is { } missing)
        {
            context.Add(place, missing, ProblemSeverity.Warning);
            return null;
        }

        return objects;
    }

    private void CheckType()
    {
        if (type is null)
        {
            context.Add(
                $"{path}.objectType",
                mapping.ObjectType.Length == 0
                    ? "Choose what is stored: the person, the conversation or a custom object."
                    : $"There is no object {mapping.ObjectType}. "
                        + NearestName.DidYouMean(
                            mapping.ObjectType,
                            subject.Context.Objects.Types.Select(known => known.Key)
                        )
            );
        }
    }

    private void CheckIdentity(ObjectPath? objects)
    {
        var place = $"{path}.identityPath";
        var isGiven = !string.IsNullOrWhiteSpace(mapping.IdentityPath);
        if (type is null)
        {
            return;
        }

        if (!type.IsCustom)
        {
            if (isGiven)
            {
                context.Add(
                    place,
                    $"The {type.Key} is always that of the run, whatever the answer says, so no field can choose it. Leave this empty."
                );
            }
        }
        else if (!isGiven)
        {
            context.Add(
                place,
                $"Choose the field that tells one {type.Name} from another, such as id."
            );
        }
        else if (!ValuePath.Parse(mapping.IdentityPath!).TryGet(out var identity, out var fault))
        {
            context.Add(place, fault);
        }
        else if (objects is not null && forecast.Identity(objects, identity) is { } problem)
        {
            context.Add(place, problem.Message, problem.Severity);
        }
    }

    private void CheckAttribute(
        AttributeMapping row,
        string place,
        ObjectPath? objects,
        HashSet<string> written
    )
    {
        FieldPath? value = null;
        if (string.IsNullOrWhiteSpace(row.ResponsePath))
        {
            context.Add($"{place}.responsePath", "Choose the field of the answer that is stored.");
        }
        else if (!ValuePath.Parse(row.ResponsePath).TryGet(out value, out var fault))
        {
            context.Add($"{place}.responsePath", fault);
        }

        if (
            FindAttribute(row.Attribute, $"{place}.attribute", written) is { } attribute
            && objects is not null
            && value is not null
            && forecast.Attribute(objects, value, attribute) is { } problem
        )
        {
            context.Add($"{place}.responsePath", problem.Message, problem.Severity);
        }
    }

    /// <summary>The attribute; null when it may not be written.</summary>
    private ObjectAttribute? FindAttribute(string name, string place, HashSet<string> written)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            context.Add(place, "Choose the attribute that the value is stored in.");
            return null;
        }

        if (type is null)
        {
            return null;
        }

        if (type.FindAttribute(name) is not { } attribute)
        {
            context.Add(
                place,
                $"{type.Name} has no attribute {name}. "
                    + NearestName.DidYouMean(
                        name,
                        type.Attributes.Where(known => !known.IsIdentity)
                            .Select(known => known.Name)
                    )
            );
            return null;
        }

        if (attribute.IsIdentity)
        {
            context.Add(
                place,
                $"{type.Key}.{name} says who the {type.Key} is and is never overwritten. Choose another attribute."
            );
            return null;
        }

        if (!written.Add($"{type.Key}.{name}"))
        {
            context.Add(place, $"Two rows store into {type.Key}.{name}. Remove one.");
        }

        return attribute;
    }

    private void CheckReference(int row)
    {
        var reference = mapping.References[row];
        var place = $"{path}.references[{row}]";
        if (reference.ObjectType != ObjectMapping.Person)
        {
            context.Add(place, "A reference leads to the person of the run. Choose person.");
        }
        else if (type is null)
        {
            return;
        }
        else if (!type.IsCustom)
        {
            context.Add(place, $"A {type.Key} has no references. Remove it.");
        }
        else if (type.FindReference(reference.Reference) is null)
        {
            context.Add(
                place,
                reference.Reference.Length == 0
                    ? "Choose the reference that is set."
                    : $"{type.Name} has no reference {reference.Reference}. "
                        + NearestName.DidYouMean(
                            reference.Reference,
                            type.References.Select(known => known.Name)
                        )
            );
        }
        else if (
            mapping.References.Take(row).Any(earlier => earlier.Reference == reference.Reference)
        )
        {
            context.Add(place, $"{reference.Reference} is set twice. Remove one.");
        }
    }
}
