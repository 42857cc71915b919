using DataConnectors.Core.People;

namespace DataConnectors.Core.Connectors.Rules;

/// <summary>Everything a placeholder may name: the data inputs of the connector, and the attributes of the workspace.</summary>
internal sealed class PlaceholderNames
{
    private readonly HashSet<string> names;

    public PlaceholderNames(
        IReadOnlyList<DataInput> inputs,
        IReadOnlyList<KnownAttribute> attributes
    )
    {
        names = new HashSet<string>(
            attributes.Select(attribute => attribute.Path),
            StringComparer.Ordinal
        );
        names.UnionWith(inputs.Select(input => input.Name));
    }

    public bool Contains(string name) => names.Contains(name);

    /// <summary>The sentence for a name that names nothing: with the nearest one that does, where one is near.</summary>
    public string Unknown(string name)
    {
        var fault = $"\"{{{{{name}}}}}\" names nothing.";
        if (NearestName.To(name, names) is { } near)
        {
            return $"{fault} Did you mean {{{{{near}}}}}?";
        }

        return name.Contains('.', StringComparison.Ordinal)
            ? $"{fault} Choose an attribute that exists."
            : $"{fault} Add a data input with this name, or choose another.";
    }
}
