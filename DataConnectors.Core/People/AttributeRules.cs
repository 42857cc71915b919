using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.People;

/// <summary>What must hold of a new attribute.</summary>
internal static class AttributeRules
{
    private const int MaxDescriptionLength = 500;

    /// <summary>Every broken rule.</summary>
    /// <param name="attribute">What was entered, trimmed.</param>
    /// <param name="taken">The names of the owner's attributes.</param>
    public static IReadOnlyList<Problem> Check(
        NewAttribute attribute,
        IReadOnlyCollection<string> taken
    )
    {
        var problems = new List<Problem>();
        if (NameFault(attribute, taken) is { } nameFault)
        {
            problems.Add(new Problem("name", nameFault));
        }

        if (TypeFault(attribute.Type) is { } typeFault)
        {
            problems.Add(new Problem("type", typeFault));
        }

        if (DescriptionFault(attribute.Description) is { } descriptionFault)
        {
            problems.Add(new Problem("description", descriptionFault));
        }

        return problems;
    }

    public static string? TypeFault(AttributeType type) =>
        Enum.IsDefined(type) ? null : "Choose what the values of the attribute are.";

    public static string? DescriptionFault(string description) =>
        description.Length > MaxDescriptionLength
            ? $"The description has at most {MaxDescriptionLength} characters."
            : null;

    private static string? NameFault(NewAttribute attribute, IReadOnlyCollection<string> taken)
    {
        if (DefinedName.Fault(attribute.Name, "attribute", "order_count") is { } fault)
        {
            return fault;
        }

        var path = AttributeSummary.PathOf(attribute.Owner, attribute.Name);
        if (
            AttributeCatalog.BuiltIn.Any(known =>
                known.Path.Equals(path, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return $"{path} is there in every workspace. Choose another name.";
        }

        return taken.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase)
            ? $"There is an attribute {path} already. Choose another name."
            : null;
    }
}
