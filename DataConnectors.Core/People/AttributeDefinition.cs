namespace DataConnectors.Core.People;

/// <summary>An attribute that this workspace stores about people, conversations or companies, beside the built-in ones.</summary>
public sealed class AttributeDefinition
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>Whose fact it is.</summary>
    public AttributeOwner Owner { get; init; }

    /// <summary>The name as in <c>{{person.name}}</c>: a letter, then letters, digits or underscores.</summary>
    public string Name { get; init; } = "";

    /// <summary>What its values are. Fixed, as is the name: stored values and mappings rely on both.</summary>
    public AttributeType Type { get; init; }

    /// <summary>What it is for; may be empty.</summary>
    public string Description { get; set; } = "";
}

/// <summary>Whose fact an attribute is.</summary>
public enum AttributeOwner
{
    /// <summary>The person in the Messenger.</summary>
    Person,

    /// <summary>The conversation.</summary>
    Conversation,

    /// <summary>The company the person belongs to.</summary>
    Company,
}

/// <summary>What the values of an attribute are.</summary>
public enum AttributeType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day (<c>2026-03-02</c>) or an instant in UTC (<c>2026-03-02T09:30:00Z</c>).</summary>
    Date,

    /// <summary>Several texts, numbers or truth values.</summary>
    List,
}

/// <summary>An attribute that placeholders and data inputs may read.</summary>
/// <param name="Path">How it is written: <c>person.email</c>.</param>
/// <param name="Type">What its values are.</param>
/// <param name="IsBuiltIn">Whether every workspace has it.</param>
public sealed record KnownAttribute(string Path, AttributeType Type, bool IsBuiltIn)
{
    /// <summary>Whether it says who or what it is, so that mappings never write it. Tags are built in and say no such thing.</summary>
    public bool IsIdentity => IsBuiltIn && Path != AttributeCatalog.Tags;
}
