using DataConnectors.Core.People;

namespace DataConnectors.Core.CustomObjects;

/// <summary>What object mappings may write: people, conversations and this workspace's custom objects.</summary>
/// <param name="Types">Person and conversation first, then custom object types by name.</param>
public sealed record ObjectSchema(IReadOnlyList<ObjectType> Types)
{
    /// <summary>Nothing may be written.</summary>
    public static ObjectSchema Empty { get; } = new([]);

    /// <summary>The type of that key; null when there is none.</summary>
    public ObjectType? Find(string key) => Types.FirstOrDefault(type => type.Key == key);
}

/// <summary>A type of object that mappings may write.</summary>
/// <param name="Key"><c>person</c>, <c>conversation</c>, or the key of a custom object type: <c>order</c>.</param>
/// <param name="Name">What people read: <c>Order</c>.</param>
/// <param name="IsCustom">Whether it is a custom object type, whose objects are told apart by an external id.</param>
/// <param name="Attributes">Its attributes, those that cannot be written included.</param>
/// <param name="References">Its references to people; empty for people and conversations.</param>
public sealed record ObjectType(
    string Key,
    string Name,
    bool IsCustom,
    IReadOnlyList<ObjectAttribute> Attributes,
    IReadOnlyList<ObjectReference> References
)
{
    /// <summary>The attribute of that name; null when there is none.</summary>
    public ObjectAttribute? FindAttribute(string name) =>
        Attributes.FirstOrDefault(attribute => attribute.Name == name);

    /// <summary>The reference of that name; null when there is none.</summary>
    public ObjectReference? FindReference(string name) =>
        References.FirstOrDefault(reference => reference.Name == name);
}

/// <summary>An attribute of a type.</summary>
/// <param name="Name">As in mappings: <c>plan</c>.</param>
/// <param name="Type">What its values are.</param>
/// <param name="IsIdentity">Whether it says who the person or conversation is; such an attribute is never written by mappings.</param>
public sealed record ObjectAttribute(string Name, AttributeType Type, bool IsIdentity);

/// <summary>A reference from a custom object to people.</summary>
/// <param name="Name">As in mappings: <c>customer</c>.</param>
/// <param name="IsMany">Whether it leads to many people; else the last one set.</param>
public sealed record ObjectReference(string Name, bool IsMany);
