using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Web.Components.Connectors.Builder.Data.Fields;

namespace DataConnectors.Web.Components.Connectors.Builder.Data.Mapping;

/// <summary>Finds fields and attributes that are called the same, whatever the case and the underscores.</summary>
internal static class MatchingNames
{
    /// <summary>
    /// The pairs that a mapping lacks, in the order of the attributes. A field is taken by its whole path
    /// (<c>shipping.carrier</c> for <c>shipping_carrier</c>) before it is by its last name.
    /// </summary>
    /// <param name="fields">The fields of the API object.</param>
    /// <param name="type">The target.</param>
    /// <param name="taken">Names of attributes that are written already.</param>
    public static IReadOnlyList<AttributeMapping> Missing(
        IReadOnlyList<ApiField> fields,
        ObjectType type,
        IReadOnlyCollection<string> taken
    ) =>
        [
            .. from attribute in type.Attributes
            where !attribute.IsIdentity && !taken.Contains(attribute.Name, StringComparer.Ordinal)
            let name = Plain(attribute.Name)
            let field = fields.FirstOrDefault(field => Plain(field.Path) == name)
                ?? fields.FirstOrDefault(field => LastName(field.Path) == name)
            where field is not null
            select new AttributeMapping(field.Path, attribute.Name),
        ];

    /// <summary>The target that is called like the objects: <c>orders[]</c> are of the type <c>order</c>; null when none is.</summary>
    public static ObjectType? Target(string objectPath, ObjectSchema schema)
    {
        var name = LastName(objectPath);
        return schema.Types.FirstOrDefault(type =>
            type.IsCustom
            && new[] { type.Key, type.Name }
                .Select(Plain)
                .Any(key =>
                    name.Length > 0
                    && (
                        name == key
                        || name == key + "s"
                        || name == key + "es"
                        || (key.EndsWith('y') && name == key[..^1] + "ies")
                    )
                )
        );
    }

    /// <summary>What most likely tells the objects apart: <c>id</c>, <c>order_id</c>, <c>number</c>; null for none of these.</summary>
    public static string? Identity(ApiObject? place, ObjectType type)
    {
        var key = Plain(type.Key);
        return new[] { "id", key + "id", "uuid", key + "number", "number", "key" }
            .Select(name => place?.Scalars.FirstOrDefault(field => Plain(field.Path) == name))
            .FirstOrDefault(field => field is not null)
            ?.Path;
    }

    private static string LastName(string path) => Plain(FieldWords.Key(path) ?? "");

    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
