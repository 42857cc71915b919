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
    public static TransformationType RedactedAccess => new("redacted_access");

    /// <summary>What code makes of it.</summary>
    public static TransformationType CodeBlockTransformation => new("code_block_transformation");

    /// <summary>The member with this name, known or not.</summary>
    public static TransformationType Of(string name) => new(name);

    /// <summary>The name as it stands on the wire.</summary>
    public override string ToString() => Name ?? "";
}
