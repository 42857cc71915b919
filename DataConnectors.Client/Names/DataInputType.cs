using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>What the values of a data input are.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<DataInputType>))]
public readonly record struct DataInputType(string Name) : IOpenName<DataInputType>
{
    /// <summary>Text.</summary>
    public static DataInputType Text => new("string");

    /// <summary>A whole number.</summary>
    public static DataInputType Number => new("integer");

    /// <summary>A decimal number.</summary>
    public static DataInputType Decimal => new("decimal");

    /// <summary>True or false.</summary>
    public static DataInputType Boolean => new("boolean");

    /// <summary>The member with this name, known or not.</summary>
    public static DataInputType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
