namespace DataConnectors.Core.People;

/// <summary>A stored thing that has values of the attributes defined in this workspace: a person, a conversation or a company.</summary>
public interface IAttributed
{
    /// <summary>The id.</summary>
    long Id { get; }

    /// <summary>The values by attribute name, as a JSON object.</summary>
    string AttributesJson { get; }
}
