using System.Text.Json.Serialization;

namespace DataConnectors.Client.Names;

/// <summary>What is left of an answer for Fin to read.</summary>
/// <param name="Name">The name as it stands on the wire.</param>
[JsonConverter(typeof(OpenNameConverter<TransformationType>))]
public readonly record struct TransformationType(string Name) : IOpenName<TransformationType>
{
    /// <summary>All of it.</summary>
    public static TransformationType FullAccess => new("full_access");

    /// <summary>The exposed response fields.</summary>
    public static TransformationType Table => new("table");

    /// <summary>What Python code makes of it.</summary>
    public static TransformationType Python => new("python");

    /// <summary>What JavaScript code makes of it.</summary>
    public static TransformationType Javascript => new("javascript");

    /// <summary>The member with this name, known or not.</summary>
    public static TransformationType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
