using DataConnectors.Client.Names;

namespace DataConnectors.Client.Models;

/// <summary>An object of the answer that is stored.</summary>
public sealed record ObjectMapping : ApiObject
{
    /// <summary>Where the object stands: <c>$</c> for the whole answer, <c>customer</c>, <c>orders[]</c> for every object of a list.</summary>
    public string? ResponseObjectPath { get; init; }

    /// <summary>What it is stored as: <c>conversation</c>, <c>user</c>, or a custom object type.</summary>
    public string? IntercomObjectType { get; init; }

    /// <summary>Where, inside it, the value stands that tells one custom object from another.</summary>
    public string? IdentityPath { get; init; }

    /// <summary>Which values go where.</summary>
    public IReadOnlyList<AttributeMapping> AttributeMappings { get; init; } = [];

    /// <summary>Which other objects it refers to.</summary>
    public IReadOnlyList<ReferenceMapping> ReferenceMappings { get; init; } = [];
}

/// <summary>A value of the answer and the attribute it is stored in.</summary>
public sealed record AttributeMapping : ApiObject
{
    /// <summary>Where the value stands, seen from the object.</summary>
    public string? ResponseAttributePath { get; init; }

    /// <summary>The attribute.</summary>
    public string? IntercomAttributeIdentifier { get; init; }

    /// <summary>How the value is found.</summary>
    public MappingType? MappingType { get; init; }
}

/// <summary>Another object that the stored one refers to.</summary>
public sealed record ReferenceMapping : ApiObject
{
    /// <summary>What the other object is.</summary>
    public string? IntercomObjectType { get; init; }

    /// <summary>The attribute that holds the reference.</summary>
    public string? IntercomAttributeIdentifier { get; init; }
}
