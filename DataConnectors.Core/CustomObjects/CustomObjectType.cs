using DataConnectors.Core.People;

namespace DataConnectors.Core.CustomObjects;

/// <summary>A type of object that this workspace stores beside people and conversations: <c>order</c>.</summary>
public sealed class CustomObjectType
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>What mappings call it: a lower-case letter, then lower-case letters, digits or underscores. Fixed.</summary>
    public string Key { get; init; } = "";

    /// <summary>What people read: <c>Order</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What people read of several: <c>Orders</c>; null to make do with the name.</summary>
    public string? PluralName { get; set; }

    /// <summary>What it is for; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>What is stored of an object, in the order of columns.</summary>
    public IReadOnlyList<CustomObjectAttribute> Attributes { get; set; } = [];

    /// <summary>Its references to people.</summary>
    public IReadOnlyList<ObjectReference> References { get; set; } = [];

    /// <summary>Rises with every change; a change names the one it was based on, so that nothing is overwritten silently.</summary>
    public long Revision { get; set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>An attribute of a custom object type.</summary>
/// <param name="Name">As in mappings: <c>status</c>; see <see cref="DefinedName"/>. Unlike every other attribute and reference of the type.</param>
/// <param name="Type">What its values are. Fixed once it is stored.</param>
/// <param name="Description">What it is for; may be empty.</param>
public sealed record CustomObjectAttribute(
    string Name,
    AttributeType Type,
    string Description = ""
);
