using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Mapping;

/// <summary>What changes along when a part of a mapping is changed.</summary>
internal static class MappingEdits
{
    /// <summary>A new mapping with a row to fill in.</summary>
    public static ObjectMapping New { get; } = new() { Attributes = [new("", "")] };

    /// <summary>Takes the objects of another place, and proposes a target while nothing is chosen of the present one.</summary>
    public static ObjectMapping From(
        this ObjectMapping mapping,
        string objectPath,
        IReadOnlyList<ApiObject> places,
        ObjectSchema schema
    )
    {
        var moved = mapping with { ResponseObjectPath = objectPath };
        var isUntouched = mapping.Attributes.All(row => row.Attribute.Length == 0);
        return
            isUntouched
            && schema.Find(mapping.ObjectType) is not { IsCustom: true }
            && MatchingNames.Target(objectPath, schema) is { } target
            ? moved.To(target.Key, places, schema)
            : moved.WithIdentity(places, schema);
    }

    /// <summary>Stores as another type: attributes and references that it lacks are let go.</summary>
    public static ObjectMapping To(
        this ObjectMapping mapping,
        string objectType,
        IReadOnlyList<ApiObject> places,
        ObjectSchema schema
    )
    {
        var type = schema.Find(objectType);
        var changed = mapping with
        {
            ObjectType = objectType,
            IdentityPath = type is { IsCustom: true } ? mapping.IdentityPath : null,
            Attributes =
            [
                .. mapping.Attributes.Select(row =>
                    type?.FindAttribute(row.Attribute) is { IsIdentity: false }
                        ? row
                        : row with
                        {
                            Attribute = "",
                        }
                ),
            ],
            References =
            [
                .. mapping.References.Where(set => type?.FindReference(set.Reference) is not null),
            ],
        };
        return changed.WithIdentity(places, schema);
    }

    /// <summary>Adds the pairs whose names match; empty rows make room for them.</summary>
    public static ObjectMapping WithPairs(
        this ObjectMapping mapping,
        IReadOnlyList<AttributeMapping> pairs
    ) =>
        pairs.Count == 0
            ? mapping
            : mapping with
            {
                Attributes =
                [
                    .. mapping.Attributes.Where(row =>
                        row.ResponsePath.Length > 0 || row.Attribute.Length > 0
                    ),
                    .. pairs,
                ],
            };

    /// <summary>Sets a reference to the person of the run, or leaves it alone.</summary>
    public static ObjectMapping WithReference(
        this ObjectMapping mapping,
        string reference,
        bool isSet
    ) =>
        mapping with
        {
            References =
            [
                .. mapping.References.Where(set => set.Reference != reference),
                .. isSet
                    ? [new ReferenceMapping(reference, ObjectMapping.Person)]
                    : Array.Empty<ReferenceMapping>(),
            ],
        };

    private static ObjectMapping WithIdentity(
        this ObjectMapping mapping,
        IReadOnlyList<ApiObject> places,
        ObjectSchema schema
    ) =>
        schema.Find(mapping.ObjectType) is { IsCustom: true } type
        && string.IsNullOrEmpty(mapping.IdentityPath)
            ? mapping with
            {
                IdentityPath = MatchingNames.Identity(
                    places.FirstOrDefault(place => place.Path == mapping.ResponseObjectPath),
                    type
                ),
            }
            : mapping;
}
