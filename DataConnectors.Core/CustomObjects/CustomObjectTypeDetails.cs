namespace DataConnectors.Core.CustomObjects;

/// <summary>What somebody enters of a custom object type; all of it can be changed later, within the rules.</summary>
public sealed record CustomObjectTypeDetails
{
    /// <summary>What people read: <c>Order</c>; required.</summary>
    public string Name { get; init; } = "";

    /// <summary>What people read of several: <c>Orders</c>; null or empty to make do with the name.</summary>
    public string? PluralName { get; init; }

    /// <summary>What it is for; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What is stored of an object. The type of one that exists cannot change.</summary>
    public IReadOnlyList<CustomObjectAttribute> Attributes { get; init; } = [];

    /// <summary>Its references to people. One that leads to many stays so.</summary>
    public IReadOnlyList<ObjectReference> References { get; init; } = [];

    internal CustomObjectTypeDetails Trimmed() =>
        new()
        {
            Name = Name.Trim(),
            PluralName = string.IsNullOrWhiteSpace(PluralName) ? null : PluralName.Trim(),
            Description = Description.Trim(),
            Attributes =
            [
                .. Attributes.Select(attribute => new CustomObjectAttribute(
                    attribute.Name.Trim(),
                    attribute.Type,
                    attribute.Description.Trim()
                )),
            ],
            References =
            [
                .. References.Select(reference => new ObjectReference(
                    reference.Name.Trim(),
                    reference.IsMany
                )),
            ],
        };
}
