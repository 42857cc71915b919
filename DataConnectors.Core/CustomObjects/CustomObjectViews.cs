using System.Text.Json;
using DataConnectors.Core.People;

namespace DataConnectors.Core.CustomObjects;

/// <summary>A custom object type as a list and an editor show it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Key">What mappings call it.</param>
/// <param name="Details">What can be changed.</param>
/// <param name="Revision">Name it when changing.</param>
/// <param name="ObjectCount">How many objects are stored.</param>
/// <param name="UsedBy">The data connectors whose draft or live version maps to it, by name.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
public sealed record CustomObjectTypeSummary(
    long Id,
    string Key,
    CustomObjectTypeDetails Details,
    long Revision,
    int ObjectCount,
    IReadOnlyList<string> UsedBy,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>The connectors that map to one of its attributes or references, by its name; absent when none does.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> UsedParts { get; init; }

    internal static CustomObjectTypeSummary From(
        CustomObjectType type,
        int objectCount,
        AttributeUsage usage
    ) =>
        new(
            type.Id,
            type.Key,
            new CustomObjectTypeDetails
            {
                Name = type.Name,
                PluralName = type.PluralName,
                Description = type.Description,
                Attributes = type.Attributes,
                References = type.References,
            },
            type.Revision,
            objectCount,
            usage.Of(type.Key),
            type.UpdatedAt
        )
        {
            UsedParts = type
                .Attributes.Select(attribute => attribute.Name)
                .Concat(type.References.Select(reference => reference.Name))
                .Select(name => KeyValuePair.Create(name, usage.Of($"{type.Key}.{name}")))
                .Where(part => part.Value.Count > 0)
                .ToDictionary(StringComparer.Ordinal),
        };
}

/// <summary>A custom object as stored.</summary>
/// <param name="Id">The id.</param>
/// <param name="TypeKey">Its type: <c>order</c>.</param>
/// <param name="ExternalId">What the API calls it.</param>
/// <param name="Attributes">Its values by attribute: JSON scalars and lists of them. An attribute without a value is absent.</param>
/// <param name="References">The people it refers to, at most <see cref="MostReferences"/>.</param>
/// <param name="CreatedAt">When it was first stored.</param>
/// <param name="UpdatedAt">When a run last stored it.</param>
/// <param name="LastExecutionId">The execution that did; its record may be gone by age.</param>
/// <param name="LastConnectorId">The connector of that execution; it may be gone.</param>
public sealed record CustomObjectSnapshot(
    long Id,
    string TypeKey,
    string ExternalId,
    IReadOnlyDictionary<string, JsonElement> Attributes,
    IReadOnlyList<ReferencedPerson> References,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    long? LastExecutionId,
    long? LastConnectorId
)
{
    /// <summary>How many references are read of one object.</summary>
    public const int MostReferences = 20;

    internal static CustomObjectSnapshot From(
        CustomObject stored,
        string typeKey,
        IReadOnlyList<ReferencedPerson> references
    ) =>
        new(
            stored.Id,
            typeKey,
            stored.ExternalId,
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stored.AttributesJson)
                ?? [],
            references,
            stored.CreatedAt,
            stored.UpdatedAt,
            stored.LastExecutionId,
            stored.LastConnectorId
        );
}

/// <summary>A person that a custom object refers to.</summary>
/// <param name="Reference">By which reference: <c>customer</c>.</param>
/// <param name="PersonId">The person.</param>
/// <param name="DisplayName">Their name, else their email, else what they are.</param>
public sealed record ReferencedPerson(string Reference, long PersonId, string DisplayName);

/// <summary>The objects of one type that refer to a person.</summary>
/// <param name="Type">The type.</param>
/// <param name="PluralName">What people read of several.</param>
/// <param name="Objects">The objects, at most <see cref="CustomObjectQueries.MostForPerson"/>.</param>
/// <param name="Count">How many there are.</param>
public sealed record PersonObjects(
    ObjectType Type,
    string PluralName,
    IReadOnlyList<CustomObjectSnapshot> Objects,
    int Count
);
