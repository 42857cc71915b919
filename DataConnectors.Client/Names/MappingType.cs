using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>How the value of an attribute mapping is found.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<MappingType>))]
public readonly record struct MappingType(string Name) : IOpenName<MappingType>
{
    /// <summary>It stands in the response.</summary>
    public static MappingType PrimitiveMapping => new("primitive_mapping");

    /// <summary>It comes from the conversation around the run.</summary>
    public static MappingType ContextMapping => new("context_mapping");

    /// <summary>The member with this name, known or not.</summary>
    public static MappingType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
