using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>Where the value of a data input comes from.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<DataInputSource>))]
public readonly record struct DataInputSource(string Name) : IOpenName<DataInputSource>
{
    /// <summary>Fin collects it.</summary>
    public static DataInputSource Fin => new("fin");

    /// <summary>An attribute of the person or the conversation.</summary>
    public static DataInputSource Attribute => new("attribute");

    /// <summary>A fixed value.</summary>
    public static DataInputSource CustomValue => new("custom_value");

    /// <summary>The member with this name, known or not.</summary>
    public static DataInputSource Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
