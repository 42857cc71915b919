using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>What the values of a response field are.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<ResponseFieldType>))]
public readonly record struct ResponseFieldType(string Name) : IOpenName<ResponseFieldType>
{
    /// <summary>Not known, because no example had a value.</summary>
    public static ResponseFieldType Unknown => new("unknown");

    /// <summary>Text.</summary>
    public static ResponseFieldType Text => new("string");

    /// <summary>A whole number.</summary>
    public static ResponseFieldType Number => new("integer");

    /// <summary>A decimal number.</summary>
    public static ResponseFieldType Decimal => new("decimal");

    /// <summary>A date and time.</summary>
    public static ResponseFieldType Datetime => new("datetime");

    /// <summary>True or false.</summary>
    public static ResponseFieldType Boolean => new("boolean");

    /// <summary>An object.</summary>
    public static ResponseFieldType Object => new("object");

    /// <summary>A list.</summary>
    public static ResponseFieldType List => new("list");

    /// <summary>The member with this name, known or not.</summary>
    public static ResponseFieldType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
