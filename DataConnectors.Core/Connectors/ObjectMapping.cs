namespace DataConnectors.Core.Connectors;

/// <summary>
/// An object of the answer that is stored: on the person or the conversation of the run, or as custom objects. Paths are those of the
/// answer as it came, before it is shaped for Fin.
/// </summary>
public sealed record ObjectMapping
{
    /// <summary>The object type of the person that the run is for.</summary>
    public const string Person = "person";

    /// <summary>The object type of the conversation that the run is in.</summary>
    public const string Conversation = "conversation";

    /// <summary>
    /// Where the object stands: <c>$</c> the whole answer, <c>customer</c> an object in it, <c>orders[]</c> every object of a list. At most
    /// one list on the way, and only for custom objects.
    /// </summary>
    public string ResponseObjectPath { get; init; } = "$";

    /// <summary><see cref="Person"/>, <see cref="Conversation"/>, or the key of a custom object type.</summary>
    public string ObjectType { get; init; } = Person;

    /// <summary>Where, inside the object, the value stands that tells one custom object from another; null for people and conversations.</summary>
    public string? IdentityPath { get; init; }

    /// <summary>What is stored of it.</summary>
    public IReadOnlyList<AttributeMapping> Attributes { get; init; } = [];

    /// <summary>Which references of a custom object are set.</summary>
    public IReadOnlyList<ReferenceMapping> References { get; init; } = [];
}

/// <summary>A value of the object that is stored as an attribute.</summary>
/// <param name="ResponsePath">Where it stands inside the object: <c>status</c>, <c>shipping.carrier</c>; <c>$</c> the object itself where it is a scalar or a list.</param>
/// <param name="Attribute">The attribute's name: <c>plan</c>.</param>
public sealed record AttributeMapping(string ResponsePath, string Attribute);

/// <summary>A reference of a custom object, and what it is set to.</summary>
/// <param name="Reference">The reference's name: <c>customer</c>.</param>
/// <param name="ObjectType">What it leads to: <see cref="ObjectMapping.Person"/>, the person of the run.</param>
public sealed record ReferenceMapping(string Reference, string ObjectType);
