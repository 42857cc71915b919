using System.Globalization;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;

namespace DataConnectors.Web.Components.Settings.Data.CustomObjects;

/// <summary>A custom object type as somebody edits it, until it is saved.</summary>
public sealed class TypeDraft
{
    private readonly IReadOnlyList<string> storedParts;
    private string atFirst = "";
    private bool isKeyTyped;

    private TypeDraft(IReadOnlyList<string> storedParts) => this.storedParts = storedParts;

    /// <summary>Whether the type does not exist yet, so that its key can be chosen.</summary>
    public bool IsNew { get; private init; }

    /// <summary>What people read: <c>Order</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What mappings call it: <c>order</c>. Follows the name until it is typed.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What people read of several; empty to make do with the name.</summary>
    public string PluralName { get; set; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>Its attributes, in the order of columns.</summary>
    public IList<AttributeDraft> Attributes { get; private init; } = [];

    /// <summary>Its references to people.</summary>
    public IList<ReferenceDraft> References { get; private init; } = [];

    /// <summary>Whether there is something to save.</summary>
    public bool IsChanged => Text() != atFirst;

    /// <summary>Attributes and references that are stored and left out; their values go when this is saved.</summary>
    public IReadOnlyList<string> Removed =>
        [
            .. storedParts
                .Except(Attributes.Select(attribute => attribute.Name.Trim()))
                .Except(References.Select(reference => reference.Name.Trim())),
        ];

    /// <summary>A new type with an attribute to fill in.</summary>
    public static TypeDraft New()
    {
        var draft = new TypeDraft([]) { IsNew = true, Attributes = [new AttributeDraft()] };
        draft.atFirst = draft.Text();
        return draft;
    }

    /// <summary>A type that exists.</summary>
    public static TypeDraft Of(CustomObjectTypeSummary type)
    {
        var details = type.Details;
        var draft = new TypeDraft([
            .. details.Attributes.Select(attribute => attribute.Name),
            .. details.References.Select(reference => reference.Name),
        ])
        {
            Name = details.Name,
            Key = type.Key,
            PluralName = details.PluralName ?? "",
            Description = details.Description,
            Attributes =
            [
                .. details.Attributes.Select(attribute => new AttributeDraft
                {
                    Name = attribute.Name,
                    Type = attribute.Type,
                    Description = attribute.Description,
                    IsStored = true,
                }),
            ],
            References =
            [
                .. details.References.Select(reference => new ReferenceDraft
                {
                    Name = reference.Name,
                    IsMany = reference.IsMany,
                    IsStored = true,
                    WasMany = reference.IsMany,
                }),
            ],
        };
        draft.atFirst = draft.Text();
        return draft;
    }

    /// <summary>Names it, and its key after it.</summary>
    public void Rename(string name)
    {
        Name = name;
        if (IsNew && !isKeyTyped)
        {
            Key = KeyOf(name);
        }
    }

    /// <summary>Gives it a key of its own; an empty one follows the name again.</summary>
    public void TypeKey(string key)
    {
        Key = key;
        isKeyTyped = key.Length > 0;
    }

    /// <summary>What is saved.</summary>
    public CustomObjectTypeDetails ToDetails() =>
        new()
        {
            Name = Name,
            PluralName = PluralName.OrNull(),
            Description = Description,
            Attributes =
            [
                .. Attributes.Select(attribute => new CustomObjectAttribute(
                    attribute.Name,
                    attribute.Type,
                    attribute.Description
                )),
            ],
            References =
            [
                .. References.Select(reference => new ObjectReference(
                    reference.Name,
                    reference.IsMany
                )),
            ],
        };

    /// <summary>A key after a name: <c>Café order</c> becomes <c>cafe_order</c>; empty when the name has no letter for it.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
            else if (
                CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark
                && key.Length > 0
                && key[^1] != '_'
            )
            {
                key.Append('_');
            }
        }

        // A key begins with a letter.
        return key.ToString()
            .TrimStart(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_'])
            .TrimEnd('_');
    }

    private string Text() => Key + JsonSerializer.Serialize(ToDetails());
}

/// <summary>An attribute of a <see cref="TypeDraft"/>.</summary>
public sealed class AttributeDraft
{
    /// <summary>As in mappings.</summary>
    public string Name { get; set; } = "";

    /// <summary>What its values are.</summary>
    public AttributeType Type { get; set; }

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>Whether values of it may be stored, so that name and type are fixed.</summary>
    public bool IsStored { get; init; }
}

/// <summary>A reference of a <see cref="TypeDraft"/>.</summary>
public sealed class ReferenceDraft
{
    /// <summary>As in mappings.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it leads to many people.</summary>
    public bool IsMany { get; set; }

    /// <summary>Whether it may lead to people already, so that its name is fixed.</summary>
    public bool IsStored { get; init; }

    /// <summary>Whether it may lead to many already, and so does for good.</summary>
    public bool WasMany { get; init; }
}
