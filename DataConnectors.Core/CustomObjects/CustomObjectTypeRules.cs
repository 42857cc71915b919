using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Core.CustomObjects;

/// <summary>What must hold of a custom object type.</summary>
internal static class CustomObjectTypeRules
{
    private const int MaxNameLength = 60;
    private const int MaxAttributes = 100;
    private const int MaxReferences = 10;

    // What mappings, here and in the public API, call the objects that every workspace has.
    private static readonly string[] ReservedKeys = ["person", "user", "conversation", "company"];

    /// <summary>What is wrong with a key; null when it can be one.</summary>
    public static string? KeyFault(string key) =>
        key.Length == 0 ? "Give the object a key, such as order."
        : key.Length > DefinedName.MaxLength
            ? $"The key has at most {DefinedName.MaxLength} characters."
        : !char.IsAsciiLetterLower(key[0])
        || !key.All(character =>
            char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_'
        )
            ? $"\"{key}\" cannot be a key: use a lower-case letter first, then lower-case letters, digits or underscores, such as order."
        : ReservedKeys.Contains(key, StringComparer.Ordinal)
            ? $"{key} is there in every workspace. Choose another key."
        : null;

    /// <summary>Every broken rule of what can be changed.</summary>
    /// <param name="entered">What was entered, trimmed.</param>
    /// <param name="stored">The type as it is; null for a new one.</param>
    public static IReadOnlyList<Problem> Check(
        CustomObjectTypeDetails entered,
        CustomObjectType? stored
    )
    {
        var problems = new List<Problem>();
        CheckTexts(entered, problems);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < entered.Attributes.Count; i++)
        {
            CheckAttribute(entered.Attributes[i], $"attributes[{i}]", names, stored, problems);
        }

        for (var i = 0; i < entered.References.Count; i++)
        {
            CheckReference(entered.References[i], $"references[{i}]", names, stored, problems);
        }

        if (entered.Attributes.Count > MaxAttributes)
        {
            problems.Add(new("attributes", $"An object has at most {MaxAttributes} attributes."));
        }

        if (entered.References.Count > MaxReferences)
        {
            problems.Add(new("references", $"An object has at most {MaxReferences} references."));
        }

        return problems;
    }

    private static void CheckTexts(CustomObjectTypeDetails entered, List<Problem> problems)
    {
        if (entered.Name.Length == 0)
        {
            problems.Add(new("name", "Give the object a name, such as Order."));
        }
        else if (entered.Name.Length > MaxNameLength)
        {
            problems.Add(new("name", $"The name has at most {MaxNameLength} characters."));
        }

        if (entered.PluralName?.Length > MaxNameLength)
        {
            problems.Add(
                new("pluralName", $"The plural name has at most {MaxNameLength} characters.")
            );
        }

        if (AttributeRules.DescriptionFault(entered.Description) is { } fault)
        {
            problems.Add(new("description", fault));
        }
    }

    private static void CheckAttribute(
        CustomObjectAttribute attribute,
        string path,
        HashSet<string> names,
        CustomObjectType? stored,
        List<Problem> problems
    )
    {
        CheckName(attribute.Name, "attribute", "status", path, names, problems);
        var before = stored?.Attributes.FirstOrDefault(known => known.Name == attribute.Name);
        if (before is not null && before.Type != attribute.Type)
        {
            problems.Add(
                new(
                    $"{path}.type",
                    $"The type of {attribute.Name} cannot change, because values of it may be stored. Add an attribute of another name."
                )
            );
        }
        else if (AttributeRules.TypeFault(attribute.Type) is { } typeFault)
        {
            problems.Add(new($"{path}.type", typeFault));
        }

        if (AttributeRules.DescriptionFault(attribute.Description) is { } fault)
        {
            problems.Add(new($"{path}.description", fault));
        }
    }

    private static void CheckReference(
        ObjectReference reference,
        string path,
        HashSet<string> names,
        CustomObjectType? stored,
        List<Problem> problems
    )
    {
        CheckName(reference.Name, "reference", "customer", path, names, problems);
        var before = stored?.References.FirstOrDefault(known => known.Name == reference.Name);
        if (before is { IsMany: true } && !reference.IsMany)
        {
            problems.Add(
                new(
                    $"{path}.isMany",
                    $"{reference.Name} leads to many people and cannot be changed to lead to one, because it may lead to several already. Add a reference of another name."
                )
            );
        }
    }

    private static void CheckName(
        string name,
        string what,
        string example,
        string path,
        HashSet<string> names,
        List<Problem> problems
    )
    {
        if (DefinedName.Fault(name, what, example) is { } fault)
        {
            problems.Add(new($"{path}.name", fault));
        }
        else if (!names.Add(name))
        {
            problems.Add(
                new(
                    $"{path}.name",
                    $"Another attribute or reference is named {name} already. Choose another name."
                )
            );
        }
    }
}
